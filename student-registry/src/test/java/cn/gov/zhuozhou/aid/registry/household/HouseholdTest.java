package cn.gov.zhuozhou.aid.registry.household;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.feed.Feeds;
import cn.gov.zhuozhou.aid.registry.feed.Roll;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@RegistryTest
class HouseholdTest {
    private Roll.Row listed;
    private Roll.Row byGuardian;
    private String stranger;
    private String file;
    private UUID id;
    private String household;

    /** Father, a pupil, a child of school age nobody knows, one who is too young, and a pupil of whom only the father is listed. */
    @BeforeEach
    void aHousehold() {
        listed = Roll.pupil();
        String father = listed.guardian();
        byGuardian = Roll.pupil().with("监护人身份证件号", father).with("学校标识码", Roll.OTHER_SCHOOL);
        stranger = Roll.child();
        Roll.schools();
        Roll.take(listed, byGuardian);
        file = Roll.dibao(
                "H" + father.substring(6),
                "某父亲",
                father,
                "户主",
                listed.name(),
                listed.identity(),
                "子女",
                "某孩子",
                stranger,
                "子女");
        Feeds.take("civil-affairs-dibao", file);
        id = Roll.find(listed.number());
        household = Roll.get(id, "/household").getString("items[0].householdId");
    }

    @Test
    @DisplayName("S46 a household shows each member of school age and whether he is a pupil")
    void everyMemberOfSchoolAgeIsLookedAt() {
        // When
        var shown = get(Tokens.viewer(), "/api/v1/households/" + household)
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(shown.getList("members.name")).containsExactly("某父亲", listed.name(), "某孩子");
        assertThat(shown.getList("members.schooling")).containsExactly("NOT_OF_SCHOOL_AGE", "PUPIL", "NO_PUPIL");
        assertThat(shown.getString("members[1].studentId")).isEqualTo(id.toString());
        assertThat(shown.getInt("missing")).isEqualTo(1);
        assertThat(shown.getString("area")).isEqualTo("RURAL");
        assertThat(shown.getString("town")).isEqualTo(Roll.TOWN);
        assertThat(shown.getMap("pupils.collectEntries { [it.name, it.link] }"))
                .containsEntry(listed.name(), "MEMBER")
                .containsEntry(byGuardian.name(), "GUARDIAN");
    }

    @Test
    void noNumberLeaves() {
        // When
        String shown = get(Tokens.viewer(), "/api/v1/households/" + household)
                .extract()
                .asString();

        // Then
        assertThat(shown)
                .doesNotContain(
                        listed.identity(),
                        stranger,
                        listed.guardian(),
                        listed.guardian().substring(6));
    }

    @Test
    void theSameHouseholdOfTheNextFileKeepsItsIdentifier() {
        // When
        Feeds.take("civil-affairs-dibao", file.replace("第1村", "第2村"));

        // Then
        get(Tokens.viewer(), "/api/v1/households/" + household).statusCode(200).body("village", equalTo("第2村"));
    }

    @Test
    void schoolsSeeTheHouseholdsOfTheirPupilsAndTownsTheirOwn() {
        String path = "/api/v1/households/" + household;
        get(Tokens.viewer("school:" + Roll.SCHOOL), path)
                .statusCode(200)
                .body("pupils.name", not(hasItem(byGuardian.name())));
        get(Tokens.viewer("school:" + Roll.OTHER_SCHOOL), path)
                .statusCode(200)
                .body("members[1].schooling", equalTo("PUPIL"))
                .body("members[1].studentId", equalTo(null));
        get(Tokens.viewer("town:" + Roll.TOWN), path).statusCode(200);
        get(Tokens.viewer("school:elsewhere"), path).statusCode(404);
        get(Tokens.viewer("town:elsewhere"), path).statusCode(404);
        get(Tokens.of("nobody").roles().org(Tokens.BUREAU).token(), path).statusCode(403);
        get(null, path).statusCode(401);
        String ofPupil = "/api/v1/students/" + id + "/household";
        get(Tokens.viewer("school:" + Roll.SCHOOL), ofPupil).statusCode(200);
        get(Tokens.viewer("school:" + Roll.OTHER_SCHOOL), ofPupil).statusCode(404);
        get(Tokens.of("nobody").roles().org(Tokens.BUREAU).token(), ofPupil).statusCode(403);
        get(null, ofPupil).statusCode(401);
    }

    @Test
    void whereSomebodyIsMissingCanBeListed() {
        // Given
        Roll.Row alone = Roll.pupil();
        Roll.take(listed, byGuardian, alone);
        Feeds.take(
                "civil-affairs-dibao",
                file
                        + Roll.dibao(
                                        "A" + alone.identity().substring(6),
                                        "某户主",
                                        Roll.adult(),
                                        "户主",
                                        alone.name(),
                                        alone.identity(),
                                        "子女")
                                .lines()
                                .skip(1)
                                .reduce("", (a, b) -> a + b + "\n"));
        String complete = Roll.get(Roll.find(alone.number()), "/household").getString("items[0].householdId");

        // When
        var found = get(Tokens.clerk("town:" + Roll.TOWN), "/api/v1/households?missing=true&limit=500")
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(found.getList("items.householdId", String.class))
                .contains(household)
                .doesNotContain(complete);
    }

    private static ValidatableResponse get(String token, String path) {
        var request = given();
        if (token != null) {
            request.auth().oauth2(token);
        }
        return request.get(path).then();
    }
}

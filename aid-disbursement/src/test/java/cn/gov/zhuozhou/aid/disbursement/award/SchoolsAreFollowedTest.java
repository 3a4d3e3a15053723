package cn.gov.zhuozhou.aid.disbursement.award;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A set that looks at who runs a school and of what sort it is, in a semester of its own. */
@DisbursementTest
class SchoolsAreFollowedTest {
    private static final String SEMESTER = "2060-spring";
    private static final String RULES = """
            {"upsert": {"rules": [
              {"programme": "PRE-01", "rank": 1, "effectiveFrom": "2019-spring", "stages": ["PRESCHOOL"],
               "scope": "ANY_IDENTIFIED", "schoolKinds": ["PUBLIC", "PRIVATE_INCLUSIVE"], "rateKey": "STANDARD",
               "reasonCode": "INCLUSIVE", "reasonZh": "公办或普惠性民办幼儿园", "reasonEn": "Public or inclusive", "document": "HEB-XQ"},
              {"programme": "SV-01", "rank": 1, "effectiveFrom": "2019-spring", "stages": ["SECONDARY_VOCATIONAL"],
               "scope": "ANY_IDENTIFIED", "schoolTowns": ["双塔街道"], "schoolNatures": ["VOCATIONAL"], "rateKey": "CITY",
               "reasonCode": "CITY_SCHOOL", "reasonZh": "城区学校", "reasonEn": "School of the city", "document": "HEB-ZZ"},
              {"programme": "SV-01", "rank": 2, "effectiveFrom": "2019-spring", "stages": ["SECONDARY_VOCATIONAL"],
               "scope": "ANY_IDENTIFIED", "rateKey": "STANDARD", "reasonCode": "OTHER_SCHOOL", "reasonZh": "其他学校",
               "reasonEn": "Another school", "document": "HEB-ZZ"}]}}
            """;

    @Inject
    AwardsOf awards;

    @Inject
    SchoolFollower schools;

    private static String set;

    private int revision = 1;

    @BeforeEach
    void aSetLooksAtSchools() {
        if (set == null) {
            set = PolicyPlay.inForce(SEMESTER, RULES);
        }
    }

    @Test
    void preschoolAidIsForPublicAndInclusiveKindergartens() {
        // Given
        var inclusive = new RegistryPupil();
        var dear = new RegistryPupil();
        told(inclusive, "PRIVATE_INCLUSIVE");
        told(dear, "PRIVATE");

        // When
        child(inclusive);
        child(dear);

        // Then
        assertThat(list(inclusive).getList("items.programme")).isEqualTo(List.of("PRE-01"));
        assertThat(list(dear).getList("items")).isEmpty();
    }

    @Test
    void ratesGoByTownAndNature() {
        // Given
        var city = new RegistryPupil().is("schoolTown", "双塔街道");
        var country = new RegistryPupil();
        tell(city, Map.of("stage", "SECONDARY_VOCATIONAL", "nature", "VOCATIONAL"));
        tell(country, Map.of("stage", "SECONDARY_VOCATIONAL", "nature", "VOCATIONAL"));

        // When
        pupil(city, "SECONDARY_VOCATIONAL");
        pupil(country, "SECONDARY_VOCATIONAL");

        // Then
        assertThat(list(city).getInt("items.find { it.programme == 'SV-01' }.amountFen"))
                .isEqualTo(115000);
        assertThat(list(country).getInt("items.find { it.programme == 'SV-01' }.amountFen"))
                .isEqualTo(80000);
    }

    @Test
    @DisplayName(
            "S72: who cannot be decided for want of a fact is listed with what is missing, and aided once it is known")
    void aSchoolToldLaterIsFollowed() {
        // Given
        var pupil = child(new RegistryPupil());
        assertThat(list(pupil).getList("items")).isEmpty();
        assertThat(coverage(pupil).getString("items[0].outcome")).isEqualTo("UNDECIDED");
        assertThat(coverage(pupil).getString("items[0].reason.code")).isEqualTo("CIRCUMSTANCES_UNKNOWN");

        // When
        told(pupil, "PUBLIC");

        // Then
        await().untilAsserted(() ->
                assertThat(list(pupil).getString("items[0].state")).isEqualTo("PROPOSED"));
        assertThat(coverage(pupil).getString("items[0].outcome")).isEqualTo("PROPOSED");
        assertThat(awards.one(list(pupil).getString("items[0].id")).getList("reasons.code"))
                .isEqualTo(List.of("INCLUSIVE", "RATE"));
    }

    @Test
    void aSchoolThatIsNoLongerInclusiveEndsTheAidOfItsChildren() {
        // Given
        var pupil = new RegistryPupil();
        told(pupil, "PRIVATE_INCLUSIVE");
        child(pupil);

        // When
        told(pupil, "PRIVATE");

        // Then
        await().untilAsserted(() ->
                assertThat(list(pupil).getString("items[0].state")).isEqualTo("STOPPED"));
        assertThat(replayed(pupil)).isTrue();
    }

    @Test
    void aSchoolThatIsWithdrawnHoldsWhatWasGrantedUntilItIsKnownAgain() {
        // Given
        var pupil = new RegistryPupil();
        told(pupil, "PUBLIC");
        child(pupil);
        awards.approve(awards.one(list(pupil).getString("items[0].id")), Tokens.reviewer())
                .then()
                .statusCode(200);

        // When
        tell(pupil, Map.of("withdrawn", true));

        // Then
        await().untilAsserted(() ->
                assertThat(list(pupil).getString("items[0].state")).isEqualTo("SUSPENDED"));
        assertThat(awards.booked(list(pupil).getString("items[0].id"))).hasSize(2);
        told(pupil, "PUBLIC");
        await().untilAsserted(() ->
                assertThat(list(pupil).getString("items[0].state")).isEqualTo("APPROVED"));
        assertThat(replayed(pupil)).isTrue();
    }

    private RegistryPupil child(RegistryPupil pupil) {
        return pupil(pupil, "PRESCHOOL");
    }

    private RegistryPupil pupil(RegistryPupil pupil, String stage) {
        return awards.known(pupil.is("stage", stage).is("grade", 1).ruled("semester", SEMESTER));
    }

    private JsonPath list(RegistryPupil pupil) {
        return awards.list(pupil, SEMESTER);
    }

    private void told(RegistryPupil pupil, String kind) {
        tell(pupil, Map.of("kind", kind, "nature", "KINDERGARTEN"));
    }

    private void tell(RegistryPupil pupil, Map<String, Object> facts) {
        Map<String, Object> school = new LinkedHashMap<>();
        school.put("schoolCode", pupil.school());
        school.put("name", "某学校");
        school.put("stage", "PRESCHOOL");
        school.put("town", pupil.town());
        school.putAll(facts);
        int next = revision++;
        school.put("revision", next);
        ConsumerRecord<String, byte[]> message = RegistryPupil.message(
                "student-registry.school",
                SchoolFollower.SCHOOL,
                pupil.school(),
                pupil.id,
                next,
                RegistryPupil.json(school));
        schools.on(RegistryPupil.poll(List.of(message)));
    }

    private static JsonPath coverage(RegistryPupil pupil) {
        return given().auth()
                .oauth2(Tokens.clerk("school:" + pupil.school()))
                .get("/api/v1/coverage/pupils?semester=" + SEMESTER)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private boolean replayed(RegistryPupil pupil) {
        return given().auth()
                .oauth2(Tokens.auditor())
                .get("/api/v1/awards/" + list(pupil).getString("items[0].id") + "/replay")
                .then()
                .statusCode(200)
                .extract()
                .path("same");
    }
}

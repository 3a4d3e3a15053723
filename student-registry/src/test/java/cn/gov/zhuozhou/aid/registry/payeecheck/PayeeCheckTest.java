package cn.gov.zhuozhou.aid.registry.payeecheck;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.feed.County;
import cn.gov.zhuozhou.aid.registry.feed.Feeds;
import cn.gov.zhuozhou.aid.registry.feed.Roll;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@RegistryTest
class PayeeCheckTest {
    @Inject
    Database database;

    @Test
    @DisplayName("A10: pupil, guardian, another pupil's parent and a stranger are told apart, by id or student number")
    void holdersAreToldApart() {
        // Given
        County county = new County();
        County.Pupil pupil = county.pupil();
        County.Pupil classmate = county.pupil();
        Feeds.take("enrolment", county.enrolment());

        // When
        JsonPath answer = ask(
                        Tokens.clerk(),
                        List.of(
                                asked(pupil.number(), pupil.name(), pupil.identity()),
                                asked(pupil.number(), pupil.guardianName(), pupil.guardianIdentity()),
                                asked(pupil.number(), classmate.guardianName(), classmate.guardianIdentity()),
                                asked(pupil.number(), pupil.name(), pupil.guardianIdentity()),
                                asked("G" + pupil.guardianIdentity(), pupil.name(), pupil.identity())))
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(answer.getList("entries.kind")).containsExactly("SELF", "GUARDIAN", "NONE", "NONE", "UNKNOWN_PUPIL");
        assertThat(answer.getString("entries[1].relation")).isEqualTo("父亲");
        assertThat(answer.getBoolean("entries[1].legal")).isTrue();
        assertThat(answer.getList("entries.reason")).containsExactly(null, null, "STRANGER", "NAME_DIFFERS", null);
        UUID id = UUID.fromString(answer.getString("entries[0].studentId"));
        assertThat(ask(Tokens.clerk("school:" + County.SCHOOL), List.of(byId(id, pupil)))
                        .extract()
                        .jsonPath()
                        .getList("entries.kind"))
                .containsExactly("SELF");
        assertThat(ask(Tokens.clerk("school:9900000002"), List.of(byId(id, pupil)))
                        .extract()
                        .jsonPath()
                        .getList("entries.kind"))
                .containsExactly("UNKNOWN_PUPIL");
    }

    @Test
    void onlyAClerkAsksAndNoNumberStaysInTheTrail() {
        // Given
        County.Pupil nobody = new County().pupil();
        List<Map<String, Object>> one = List.of(asked(nobody.number(), nobody.name(), nobody.identity()));

        // When
        ask(Tokens.clerk(), one).statusCode(200);

        // Then
        ask(Tokens.viewer(), one).statusCode(403);
        given().contentType(ContentType.JSON)
                .body(Map.of("entries", one))
                .post("/api/v1/payee-checks")
                .then()
                .statusCode(401);
        ask(Tokens.clerk(), List.of()).statusCode(400);
        assertThat(database.number(
                        "select count(*) from trail where detail::text like :number or subject_id like :number",
                        Map.of("number", "%" + nobody.identity() + "%")))
                .isZero();
    }

    @Test
    @DisplayName(
            "A10: who asked is told to ask again once a guardian ceased to be one, not when another comes in addition")
    void guardiansWhoCeaseAreCounted() {
        // Given
        Roll.Row pupil = Roll.pupil();
        Roll.schools();
        Roll.take(pupil);
        UUID id = Roll.find(pupil.number());
        Roll.Row both = pupil.with("监护人2姓名", Roll.name())
                .with("监护人2身份证件号", Roll.adult())
                .with("监护人2关系", "母亲");

        // When, Then
        assertThat(told(id)).isEqualTo(1);
        Roll.take(both);
        assertThat(told(id)).isEqualTo(1);
        Roll.take(both.with("监护人姓名", Roll.name()).with("监护人身份证件号", Roll.adult()));
        assertThat(told(id)).isEqualTo(2);
        JsonPath answer = ask(
                        Tokens.clerk(),
                        List.of(asked(pupil.number(), pupil.cells().get("监护人姓名"), pupil.guardian())))
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(answer.getString("entries[0].reason")).isEqualTo("STRANGER");
        assertThat(answer.getInt("entries[0].guardiansRevision")).isEqualTo(2);
        Roll.take(both);
        assertThat(told(id)).isEqualTo(3);
    }

    private int told(UUID pupil) {
        return database.first("""
                        select (payload::jsonb ->> 'guardiansRevision')::int from outbox
                        where topic = 'student-registry.student' and event_key = :id order by id desc limit 1
                        """, Map.of("id", pupil.toString()), row -> row.getInt(1))
                .orElseThrow();
    }

    private static ValidatableResponse ask(String token, List<Map<String, Object>> entries) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("entries", entries))
                .post("/api/v1/payee-checks")
                .then();
    }

    private static Map<String, Object> asked(String studentNumber, String holder, String number) {
        return Map.of("studentNumber", studentNumber, "holderName", holder, "holderIdentityNumber", number);
    }

    private static Map<String, Object> byId(UUID student, County.Pupil holder) {
        Map<String, Object> asked = new HashMap<>(asked("", holder.name(), holder.identity()));
        asked.put("studentId", student);
        return asked;
    }
}

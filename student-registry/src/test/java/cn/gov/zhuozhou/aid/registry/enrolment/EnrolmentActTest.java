package cn.gov.zhuozhou.aid.registry.enrolment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import cn.gov.zhuozhou.aid.registry.feed.Feeds;
import cn.gov.zhuozhou.aid.registry.identification.Acts;
import cn.gov.zhuozhou.aid.registry.identification.County;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Changes of enrolment recorded by a person. */
@RegistryTest
class EnrolmentActTest {
    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    @Inject
    Database database;

    private String school;
    private String otherSchool;
    private UUID pupil;

    @BeforeEach
    void aPupilInOneOfTwoSchools() {
        school = county.school();
        otherSchool = county.school();
        pupil = county.pupil(school);
    }

    @Test
    @DisplayName("S14 a school records a move; the pupil is the other school's from then on")
    void aMoveIsRecorded() {
        // When
        act(Tokens.clerk("school:" + school), 1, Map.of("schoolCode", otherSchool, "boarding", true))
                .statusCode(201)
                .body("schoolCode", equalTo(otherSchool))
                .body("boarding", equalTo(true))
                .body("actedBy", equalTo("clerk@school:" + school))
                .body("reason", equalTo("家长申请 **************0016"));

        // Then
        status(Tokens.clerk("school:" + school), 404);
        status(Tokens.clerk("school:" + otherSchool), 200);
        assertThat(database.first(
                        "select payload::jsonb ->> 'schoolCode' from outbox where topic = 'student-registry.student'"
                                + " and event_key = :id order by id desc limit 1",
                        Map.of("id", pupil.toString()),
                        row -> row.getString(1)))
                .contains(otherSchool);
    }

    @Test
    void whoIsSuspendedIsEvaluatedAgain() {
        // Given
        var semester = semesters.next();
        county.evidence(pupil, "DIBAO_R");
        semesters.open(semester);

        // When
        act(Tokens.clerk(), 1, Map.of("enrolmentState", "SUSPENDED")).statusCode(201);

        // Then
        var found = Acts.find(Tokens.viewer(), semester.code(), school, pupil);
        assertThat(found.getString("result")).isEqualTo("NONE");
    }

    @Test
    void whatCannotBeIsRefused() {
        act(Tokens.clerk(), 1, Map.of("boarding", false))
                .statusCode(422)
                .body("type", containsString("step-not-possible"));
        act(Tokens.clerk(), 1, Map.of("schoolCode", "nowhere"))
                .statusCode(422)
                .body("type", containsString("unknown-school"));
        act(Tokens.clerk(), 1, Map.of("boarding", true, "from", "2099-01-01"))
                .statusCode(422)
                .body("type", containsString("day-in-the-future"));
        act(Tokens.clerk(), 7, Map.of("boarding", true)).statusCode(412);
        act(Tokens.clerk(), 1, Map.of("boarding", true)).statusCode(201);
        act(Tokens.clerk(), 2, Map.of("boarding", false, "from", "2019-03-01"))
                .statusCode(409)
                .body("type", containsString("later-change-known"));
    }

    @Test
    void itIsForClerksOfTheJurisdiction() {
        act(Tokens.viewer(), 1, Map.of("boarding", true)).statusCode(403);
        act(Tokens.clerk("school:" + otherSchool), 1, Map.of("boarding", true)).statusCode(404);
        act(null, 1, Map.of("boarding", true)).statusCode(401);
        status(Tokens.viewer(), 200);
        status(Tokens.of("nobody").roles().org(Tokens.BUREAU).token(), 403);
        status(null, 401);
    }

    private void status(String token, int expected) {
        var request = given();
        if (token != null) {
            request.auth().oauth2(token);
        }
        request.get("/api/v1/students/" + pupil + "/enrolments").then().statusCode(expected);
    }

    private ValidatableResponse act(String token, long revision, Map<String, ?> change) {
        Map<String, Object> body = new HashMap<>(Map.of("from", Feeds.TODAY, "reason", "家长申请 999999201001010016"));
        body.putAll(change);
        var request = given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "\"" + revision + "\"")
                .body(body);
        if (token != null) {
            request.auth().oauth2(token);
        }
        return request.post("/api/v1/students/" + pupil + "/enrolments").then();
    }
}

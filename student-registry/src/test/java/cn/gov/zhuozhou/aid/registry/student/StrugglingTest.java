package cn.gov.zhuozhou.aid.registry.student;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.identification.County;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@RegistryTest
class StrugglingTest {
    @Inject
    County county;

    @Inject
    Database database;

    @Inject
    Struggling struggling;

    private String school;
    private UUID pupil;

    @BeforeEach
    void aPupil() {
        school = county.school();
        pupil = county.pupil(school);
    }

    @Test
    @DisplayName("S55 a school lists who struggles with learning, for the monthly visit, and takes him off")
    void aSchoolListsAndTakesOff() {
        // When
        post(Tokens.clerk("school:" + school), "")
                .statusCode(201)
                .body("semester", equalTo("2019-spring"))
                .body("reason", equalTo("数学连续两次不及格"));

        // Then
        assertThat(told()).isEqualTo("[\"STRUGGLING\"]");
        shown().body("keyVisitKinds", contains("STRUGGLING"));
        post(Tokens.clerk(), "").statusCode(409).body("type", containsString("already-struggling"));
        post(Tokens.clerk(), "/ending").statusCode(200).body("endedBy", equalTo("clerk"));
        assertThat(told()).isEqualTo("[]");
        post(Tokens.clerk(), "/ending").statusCode(409).body("type", containsString("not-struggling"));
    }

    @Test
    void withItsSemesterAListingEnds() {
        // Given
        post(Tokens.clerk(), "").statusCode(201);
        database.update(
                "update struggling_pupil set semester = '2018-autumn' where student_id = :id", Map.of("id", pupil));

        // When
        struggling.endWithTheSemester();

        // Then
        assertThat(told()).isEqualTo("[]");
        get(Tokens.viewer()).statusCode(200).body("items", hasSize(1)).body("items[0].endReason", equalTo("学期结束"));
    }

    @Test
    void itIsForClerksOfTheJurisdiction() {
        post(Tokens.viewer(), "").statusCode(403);
        post(Tokens.clerk("school:elsewhere"), "").statusCode(404);
        post(null, "").statusCode(401);
        post(Tokens.reviewer(), "/ending").statusCode(403);
        post(Tokens.clerk("school:elsewhere"), "/ending").statusCode(404);
        post(null, "/ending").statusCode(401);
        get(Tokens.viewer("school:" + school)).statusCode(200);
        get(Tokens.viewer("school:elsewhere")).statusCode(404);
        get(Tokens.of("nobody").roles().org(Tokens.BUREAU).token()).statusCode(403);
        get(null).statusCode(401);
    }

    /** The kinds as the last event tells them. */
    private String told() {
        return database.first(
                        "select payload::jsonb ->> 'keyVisitKinds' from outbox where topic = 'student-registry.student'"
                                + " and event_key = :id order by id desc limit 1",
                        Map.of("id", pupil.toString()),
                        row -> row.getString(1))
                .orElseThrow();
    }

    private ValidatableResponse shown() {
        return given().auth()
                .oauth2(Tokens.viewer())
                .get("/api/v1/students/" + pupil)
                .then();
    }

    private ValidatableResponse get(String token) {
        var request = given();
        if (token != null) {
            request.auth().oauth2(token);
        }
        return request.get("/api/v1/students/" + pupil + "/struggling").then();
    }

    private ValidatableResponse post(String token, String path) {
        var request = given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("reason", "数学连续两次不及格"));
        if (token != null) {
            request.auth().oauth2(token);
        }
        return request.post("/api/v1/students/" + pupil + "/struggling" + path).then();
    }
}

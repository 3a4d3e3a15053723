package cn.gov.zhuozhou.aid.accountability.assignment;

import static cn.gov.zhuozhou.aid.accountability.County.as;
import static cn.gov.zhuozhou.aid.accountability.County.eventually;
import static cn.gov.zhuozhou.aid.accountability.County.newSchool;
import static cn.gov.zhuozhou.aid.accountability.County.newStaffNumber;
import static cn.gov.zhuozhou.aid.accountability.County.newTown;
import static cn.gov.zhuozhou.aid.accountability.County.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import cn.gov.zhuozhou.aid.accountability.County;
import cn.gov.zhuozhou.aid.accountability.ServiceTest;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class DecisionTest {
    @Inject
    County county;

    private final String school = newSchool();
    private final String teacher = newStaffNumber();
    private final String principal = newStaffNumber();
    private UUID pupil;
    private String assignment;

    @BeforeEach
    void aProposedAssignment() {
        county.staff(row(teacher, school, "教师"), row(principal, school, "校长"), row("T0STRANGER", newSchool(), "教师"));
        pupil = county.aidedPupil(school, newTown());
        eventually(() -> assertThat(county.openAssignmentOf(pupil)).containsEntry("state", "PROPOSED"));
        assignment = county.openAssignmentOf(pupil).get("id").toString();
    }

    @Test
    void aConfirmedAssignmentIsActiveAndSaysWhoConfirmedIt() {
        confirm(Tokens.reviewer(), "\"0\"")
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("ACTIVE"))
                .body("confirmedBy", equalTo("reviewer"))
                .body("confirmedAt", notNullValue());
    }

    @Test
    void aSecondConfirmationIsAStateConflict() {
        // Given
        confirm(Tokens.reviewer(), "\"0\"").statusCode(200);

        // When
        var again = confirm(Tokens.reviewer(), "\"1\"");

        // Then
        again.statusCode(409).body("type", equalTo("urn:aid:problem:state-conflict"));
    }

    @Test
    void aStaleOrMissingVersionIsRefused() {
        confirm(Tokens.reviewer(), "\"7\"").statusCode(412);
        as(Tokens.reviewer()).post(path("confirmation")).then().statusCode(428);
    }

    @Test
    void anotherPersonIsProposedAndTheFormerAssignmentEnds() {
        // When
        name(personOf(principal), "班主任休产假").statusCode(200).body("reason", equalTo("BY_HAND"));

        // Then
        assertThat(county.assignmentsOf(pupil))
                .extracting(a -> a.get("state"), a -> a.get("reason"), a -> a.get("personName"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ENDED", "REPLACED", "教师" + teacher),
                        org.assertj.core.groups.Tuple.tuple("PROPOSED", "BY_HAND", "教师" + principal));
    }

    @Test
    void whoNamedThePersonMayNotConfirmHim() {
        // Given
        String both = Tokens.of("both").roles("aid-clerk", "aid-reviewer").token();
        String next = name(both, personOf(principal), "轮换").extract().path("id");

        // When
        var answer = as(both).header("If-Match", "\"0\"").post("/api/v1/assignments/" + next + "/confirmation");

        // Then
        answer.then().statusCode(422).body("type", equalTo("urn:aid:problem:same-person"));
    }

    @Test
    void aPersonOfAnotherSchoolIsRefused() {
        name(personOf("T0STRANGER"), "试试")
                .statusCode(422)
                .body("type", equalTo("urn:aid:problem:person-not-of-school"));
    }

    @Test
    void aReasonIsNeeded() {
        name(personOf(principal), " ").statusCode(400).body("type", equalTo("urn:aid:problem:invalid-fields"));
    }

    private ValidatableResponse confirm(String token, String ifMatch) {
        return as(token).header("If-Match", ifMatch).post(path("confirmation")).then();
    }

    private ValidatableResponse name(String person, String reason) {
        return name(Tokens.clerk(), person, reason);
    }

    private ValidatableResponse name(String token, String person, String reason) {
        return as(token)
                .header("If-Match", "\"0\"")
                .contentType(ContentType.JSON)
                .body(Map.of("personId", person, "reason", reason))
                .put(path("person"))
                .then();
    }

    private String path(String act) {
        return "/api/v1/assignments/" + assignment + "/" + act;
    }

    private static String personOf(String staffNumber) {
        String where = "items.find { it.staffNumber == '" + staffNumber + "' }.personId";
        return as(Tokens.viewer())
                .get("/api/v1/posts?limit=500")
                .then()
                .extract()
                .path(where);
    }
}

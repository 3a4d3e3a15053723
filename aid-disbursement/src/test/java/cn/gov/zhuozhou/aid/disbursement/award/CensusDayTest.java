package cn.gov.zhuozhou.aid.disbursement.award;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.pupil.Places;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where a pupil was on the semester's census day settles which school pays, and whether he was there at all (A03). */
@DisbursementTest
class CensusDayTest {
    private static final String SEMESTER = "2017-spring";

    @Inject
    Places places;

    @Inject
    Database database;

    private final UUID student = UUID.randomUUID();

    @Test
    void itIsTheLastPlaceKnownOnTheDay() {
        // Given
        set("2017-03-20");

        // When
        was("2017-03-01", 1, "S1", "IN_SCHOOL");
        was("2017-03-20", 2, "S2", "IN_SCHOOL");
        was("2017-03-21", 3, "S3", "IN_SCHOOL");

        // Then
        assertThat(onTheDay()).isEqualTo("S2");
    }

    @Test
    void whoBecameKnownLaterWasWhereHeWasFirstKnown() {
        // Given
        set("2017-03-20");

        // When
        was("2017-04-01", 1, "S1", "IN_SCHOOL");
        was("2017-05-01", 2, "S2", "IN_SCHOOL");

        // Then
        assertThat(onTheDay()).isEqualTo("S1");
    }

    @Test
    void aDayOutsideItsSemesterIsRefused() {
        assertThat(ask("2017-09-20", Tokens.administrator()).statusCode()).isEqualTo(400);
    }

    @Test
    void onlyTheBureausAdministratorSetsIt() {
        assertThat(ask("2017-03-20", Tokens.clerk()).statusCode()).isEqualTo(403);
        assertThat(ask("2017-03-20", Tokens.administrator("school:x")).statusCode())
                .isEqualTo(404);
        assertThat(given().contentType(ContentType.JSON)
                        .body("{}")
                        .post("/api/v1/census-days")
                        .statusCode())
                .isEqualTo(401);
    }

    private void set(String day) {
        assertThat(ask(day, Tokens.administrator()).statusCode()).isEqualTo(201);
    }

    private static Response ask(String day, String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"semester\": \"" + SEMESTER + "\", \"day\": \"" + day + "\", \"document\": \"某文件\"}")
                .post("/api/v1/census-days");
    }

    private void was(String since, int revision, String school, String state) {
        database.update(
                """
                insert into pupil_place (student_id, revision, since, school_code, school_name, school_town, stage, grade,
                                         boarding, enrolment_state)
                values (:student, :revision, :since, :school, '某校', '某镇', 'PRIMARY', 3, true, :state)
                """,
                Map.of(
                        "student", student,
                        "revision", revision,
                        "since", LocalDate.parse(since),
                        "school", school,
                        "state", state));
    }

    private String onTheDay() {
        return places.onCensusDay(student, Semester.parse(SEMESTER))
                .orElseThrow()
                .schoolCode();
    }
}

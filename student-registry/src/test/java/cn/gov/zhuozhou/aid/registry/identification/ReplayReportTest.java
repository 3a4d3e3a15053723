package cn.gov.zhuozhou.aid.registry.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Stored rulings made again: the same under their own rules, a list of differences under others. */
@RegistryTest
class ReplayReportTest {
    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    @Inject
    RulingStore rulings;

    @Test
    void underTheirOwnRulesNothingDiffers() {
        // Given
        Semester semester = semesters.next();
        String school = county.school();
        for (String category : List.of("REG_POOR", "DIBAO_R", "LOWINC", "DISABLED_STU")) {
            county.identifiedBefore(county.pupil(school), semester.previous().code(), "SEVERE", category);
            county.evidence(county.pupil(school, "SECONDARY_VOCATIONAL"), category);
        }
        semesters.open(semester);
        // When
        JsonPath report = finished(replay(Map.of("semester", semester.code())));
        // Then
        assertThat(report.getLong("madeAgain")).isGreaterThanOrEqualTo(8);
        assertThat(report.getLong("differing")).isZero();
    }

    @Test
    void underOtherRulesTheReportSaysWhoChangesAndWhyAndNothingElseIsWritten() {
        // Given
        Semester semester = semesters.next();
        UUID pupil = county.pupil(county.school());
        county.evidence(pupil, "LOWINC");
        semesters.open(semester);
        Ruling ruling = rulings.ofStudent(pupil).getFirst();
        // When
        JsonPath report =
                finished(replay(Map.of("ids", List.of(ruling.id()), "ruleSet", "2019-spring", "version", "1")));
        // Then
        assertThat(report.getLong("madeAgain")).isEqualTo(1);
        assertThat(report.getMap("changes")).containsEntry("ADDED ORDINARY → DECISION_NEEDED", 1);
        JsonPath line = Acts.as(Tokens.auditor())
                .get("/api/v1/rulings/replays/{id}/lines", report.getString("id"))
                .jsonPath();
        assertThat(line.getString("items[0].studentId")).isEqualTo(pupil.toString());
        assertThat(line.getString("items[0].after.result")).isEqualTo("DECISION_NEEDED");
        assertThat(line.getString("items[0].reason")).isEqualTo("HARDSHIP_UNPROVEN");
        assertThat(rulings.ofStudent(pupil)).containsExactly(ruling);
    }

    @Test
    void aRequestSaysOneThing() {
        assertThat(replay(Map.of("semester", "2019-spring", "ids", List.of(UUID.randomUUID())))
                        .statusCode())
                .isEqualTo(400);
        assertThat(replay(Map.of("ids", List.of(UUID.randomUUID()), "ruleSet", "nobody", "version", "1"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(Acts.as(Tokens.clerk())
                        .body(Map.of("semester", "2019-spring"))
                        .post("/api/v1/rulings/replays")
                        .statusCode())
                .isEqualTo(403);
    }

    private static Response replay(Map<String, ?> body) {
        return Acts.as(Tokens.auditor()).body(body).post("/api/v1/rulings/replays");
    }

    private static JsonPath finished(Response accepted) {
        accepted.then().statusCode(202);
        String id = accepted.jsonPath().getString("id");
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> Acts.as(Tokens.auditor())
                                .get("/api/v1/rulings/replays/{id}", id)
                                .jsonPath(),
                        report -> report.get("madeAgain") != null);
    }
}

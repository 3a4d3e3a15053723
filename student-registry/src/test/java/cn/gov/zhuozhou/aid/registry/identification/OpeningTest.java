package cn.gov.zhuozhou.aid.registry.identification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@RegistryTest
class OpeningTest {
    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    @Inject
    SemesterOpening opening;

    @Inject
    RulingStore rulings;

    @Inject
    Rulebook rulebook;

    @Inject
    RuleSets ruleSets;

    @Inject
    Database database;

    @Test
    void eachPupilConcernedGetsHisResult() {
        // Given
        Semester semester = semesters.next();
        String last = semester.previous().code();
        String school = county.school();
        UUID kept = county.pupil(school);
        county.identifiedBefore(kept, last, "SEVERE", "DIBAO_R");
        county.evidence(kept, "DIBAO_R");
        UUID lost = county.pupil(school);
        county.identifiedBefore(lost, last, "SEVERE", "DIBAO_R");
        UUID gained = county.pupil(school);
        county.evidence(gained, "DIBAO_R");
        UUID vocational = county.pupil(school, "SECONDARY_VOCATIONAL");
        county.identifiedBefore(vocational, last, "SEVERE", "DIBAO_R");
        county.evidence(vocational, "DIBAO_R");
        UUID conflict = county.pupil(school);
        county.nameConflict(conflict);
        UUID nobody = county.pupil(school);

        // When
        semesters.open(semester);

        // Then
        assertThat(states(semester, school, kept)).isEqualTo("CARRIED EFFECTIVE true");
        assertThat(states(semester, school, lost)).isEqualTo("REMOVED PROPOSED true");
        assertThat(states(semester, school, gained)).isEqualTo("ADDED PROPOSED false");
        assertThat(states(semester, school, vocational)).isEqualTo("REEVALUATED PROPOSED true");
        assertThat(states(semester, school, conflict)).isEqualTo("DECISION_NEEDED AWAITING_DECISION false");
        assertThat(Acts.find(Tokens.viewer(), semester.code(), school, nobody).getString("id"))
                .isNull();
    }

    @Test
    void aSemesterIsOpenedOnlyOnce() {
        // Given
        Semester semester = semesters.next();
        semesters.open(semester);

        // When
        var again = Acts.as(Tokens.clerk()).post("/api/v1/semesters/{code}/opening", semester.code());

        // Then
        again.then().statusCode(409);
        assertThat(again.jsonPath().getString("type")).isEqualTo("urn:aid:problem:semester-already-opened");
    }

    @Test
    void theSameRequestGetsTheSameJob() {
        // Given
        Semester semester = semesters.next();
        String key = UUID.randomUUID().toString();
        String first = open(semester, key).jsonPath().getString("jobId");
        semesters.awaitOpen(semester);

        // When
        Response again = open(semester, key);

        // Then
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.jsonPath().getString("jobId")).isEqualTo(first);
    }

    @Test
    void anInterruptedOpeningIsTakenUpWithoutDoublingAnything() {
        // Given
        Semester semester = semesters.next();
        String school = county.school();
        UUID pupil = county.pupil(school);
        county.evidence(pupil, "DIBAO_R");
        semesters.open(semester);
        database.update(
                "update semester set state = 'OPENING', completed_at = null where code = :code",
                Map.of("code", semester.code()));

        // When
        var again = Acts.as(Tokens.clerk()).post("/api/v1/semesters/{code}/opening", semester.code());

        // Then
        again.then().statusCode(202);
        semesters.awaitOpen(semester);
        JsonPath identification = Acts.find(Tokens.viewer(), semester.code(), school, pupil);
        assertThat(identification.getLong("version")).isEqualTo(1);
        assertThat(rulings.ofStudent(pupil)).hasSize(1);
    }

    @Test
    void aStoredRulingIsMadeAgainToTheLetter() {
        // Given
        Semester semester = semesters.next();
        UUID pupil = county.pupil(county.school());
        county.identifiedBefore(pupil, semester.previous().code(), "SEVERE", "REG_POOR", "DIBAO_R");
        county.evidence(pupil, "REG_POOR");
        semesters.open(semester);
        Ruling stored = rulings.ofStudent(pupil).getFirst();

        // When
        var replayed = rulebook.replay(stored, ruleSets.approved(stored.ruleSet(), stored.ruleSetVersion()));

        // Then
        assertThat(replayed.result()).isEqualTo(stored.result());
        assertThat(replayed.level()).isEqualTo(stored.standing().level());
        assertThat(replayed.categories()).isEqualTo(stored.standing().categories());
        assertThat(replayed.checks()).isEqualTo(stored.checks());
    }

    @Test
    @DisplayName(
            "S68, S69: the registered poor keep their benefit to the end of the stage and no longer, an allowance not even so long")
    void aStickyBenefitEndsWithTheStageItWasHeldIn() {
        // Given
        Semester spring = semesters.next();
        String school = county.school();
        UUID moving = county.pupil(school);
        UUID staying = county.pupil(school);
        UUID onAllowance = county.pupil(school);
        for (UUID pupil : List.of(moving, staying)) {
            county.identifiedBefore(pupil, spring.previous().code(), "SEVERE", "REG_POOR");
        }
        county.identifiedBefore(onAllowance, spring.previous().code(), "SEVERE", "DIBAO_R");
        semesters.open(spring);
        assertThat(states(spring, school, moving)).isEqualTo("CARRIED EFFECTIVE true");
        assertThat(states(spring, school, onAllowance)).isEqualTo("REMOVED PROPOSED true");
        database.update("update student set stage = 'JUNIOR' where id = :id", Map.of("id", moving));

        // When
        semesters.open(spring.next());

        // Then
        assertThat(states(spring.next(), school, moving)).isEqualTo("REMOVED PROPOSED true");
        assertThat(rulings.ofStudent(moving).getFirst().checks().getLast().reason())
                .isEqualTo("STAGE_ENDED");
        assertThat(states(spring.next(), school, staying)).isEqualTo("REEVALUATED PROPOSED true");
    }

    @Test
    void aSemesterWithoutRulesIsNotOpened() {
        // When
        var answer = Acts.as(Tokens.clerk()).post("/api/v1/semesters/2015-spring/opening");

        // Then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:aid:problem:no-rule-set");
    }

    private static Response open(Semester semester, String key) {
        return given().auth()
                .oauth2(Tokens.clerk())
                .header("Idempotency-Key", key)
                .post("/api/v1/semesters/{code}/opening", semester.code());
    }

    private static String states(Semester semester, String school, UUID pupil) {
        JsonPath found = Acts.find(Tokens.viewer(), semester.code(), school, pupil);
        return found.getString("result") + " " + found.getString("state") + " " + found.getBoolean("identified");
    }
}

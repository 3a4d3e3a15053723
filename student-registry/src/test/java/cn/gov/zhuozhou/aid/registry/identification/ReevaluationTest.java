package cn.gov.zhuozhou.aid.registry.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.TestSemesters;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RegistryTest
class ReevaluationTest {
    @Inject
    County county;

    @Inject
    TestSemesters semesters;

    @Inject
    Reevaluations reevaluations;

    @Inject
    RulingStore rulings;

    @Inject
    Database database;

    private Semester semester;
    private String school;
    private UUID pupil;

    @BeforeEach
    void aPupilOfASchool() {
        semester = semesters.next();
        school = county.school();
        pupil = county.pupil(school);
    }

    @Test
    void lostEvidenceProposesRemovalAndItsReturnCarriesOn() {
        // Given
        carried();
        county.evidenceEnds(pupil, "DIBAO_R");
        county.evaluate(pupil);
        String whileLost = now();

        // When
        county.evidence(pupil, "DIBAO_R");
        county.evaluate(pupil);

        // Then
        assertThat(whileLost).isEqualTo("REMOVED PROPOSED true [DIBAO_R]");
        assertThat(now()).isEqualTo("CARRIED EFFECTIVE true [DIBAO_R]");
        assertThat(rulings.ofStudent(pupil)).hasSize(3);
    }

    @Test
    void nothingChangedMeansNoRulingAndNoEvent() {
        // Given
        carried();
        long events = events();

        // When
        county.evaluate(pupil);

        // Then
        assertThat(rulings.ofStudent(pupil)).hasSize(1);
        assertThat(events()).isEqualTo(events).isEqualTo(1);
    }

    @Test
    void aProposalWhoseEvidenceVanishesIsWithdrawn() {
        // Given
        county.evidence(pupil, "DIBAO_R");
        semesters.open(semester);

        // When
        county.evidenceEnds(pupil, "DIBAO_R");
        county.evaluate(pupil);

        // Then
        assertThat(now()).isEqualTo("NONE WITHDRAWN false []");
    }

    @Test
    void anotherGroundUnderReviewAsksForReviewAgain() {
        // Given
        county.evidence(pupil, "DIBAO_R");
        semesters.open(semester);
        Acts.review(Tokens.reviewer(), find(), "APPROVED").then().statusCode(200);

        // When
        county.evidence(pupil, "REG_POOR");
        county.evaluate(pupil);

        // Then
        assertThat(now()).isEqualTo("ADDED PROPOSED false []");
        assertThat(find().getList("proposed.categories")).containsExactly("REG_POOR", "DIBAO_R");
    }

    @Test
    void aRefusedProposalStaysRefusedUntilTheFactsChange() {
        // Given
        county.evidence(pupil, "DIBAO_R");
        semesters.open(semester);
        Acts.review(Tokens.reviewer(), find(), "RETURNED").then().statusCode(200);

        // When
        county.evaluate(pupil);

        // Then
        assertThat(now()).isEqualTo("ADDED REJECTED false []");
    }

    @Test
    void aDecidedMatchEndsTheWaiting() {
        // Given
        county.nameConflict(pupil);
        semesters.open(semester);
        String before = now();

        // When
        county.conflictRejected(pupil);
        county.evaluate(pupil);

        // Then
        assertThat(before).isEqualTo("DECISION_NEEDED AWAITING_DECISION false []");
        assertThat(now()).isEqualTo("NONE WITHDRAWN false []");
    }

    @Test
    void pendingPupilsAreWorkedOffAndForgotten() {
        // Given
        semesters.open(semester);
        county.evidence(pupil, "DIBAO_R");
        database.update("insert into pending_evaluation (student_id) values (:pupil)", Map.of("pupil", pupil));

        // When
        reevaluations.evaluatePending();

        // Then: another replica's sweep may hold it for a moment
        await().untilAsserted(() -> assertThat(now()).isEqualTo("ADDED PROPOSED false []"));
        assertThat(database.list(
                        "select 1 from pending_evaluation where student_id = :pupil",
                        Map.of("pupil", pupil),
                        row -> row.getInt(1)))
                .isEmpty();
    }

    @Test
    void factsInAnyOrderComeToTheSame() {
        // Given
        UUID other = county.pupil(school);
        semesters.open(semester);

        // When
        county.evidence(pupil, "DIBAO_R");
        county.evaluate(pupil);
        county.evidence(pupil, "REG_POOR");
        county.evaluate(pupil);
        county.evidence(other, "REG_POOR");
        county.evaluate(other);
        county.evidence(other, "DIBAO_R");
        county.evaluate(other);

        // Then
        assertThat(facts(pupil)).isEqualTo(facts(other));
    }

    private void carried() {
        county.identifiedBefore(pupil, semester.previous().code(), "SEVERE", "DIBAO_R");
        county.evidence(pupil, "DIBAO_R");
        semesters.open(semester);
        assertThat(now()).isEqualTo("CARRIED EFFECTIVE true [DIBAO_R]");
    }

    private JsonPath find() {
        return Acts.find(Tokens.viewer(), semester.code(), school, pupil);
    }

    private String now() {
        JsonPath found = find();
        return "%s %s %s %s"
                .formatted(
                        found.getString("result"),
                        found.getString("state"),
                        found.getBoolean("identified"),
                        found.getList("categories"));
    }

    private List<Object> facts(UUID of) {
        JsonPath found = Acts.find(Tokens.viewer(), semester.code(), school, of);
        return List.of(
                found.getString("result"),
                found.getString("state"),
                found.getList("proposed.categories"),
                found.getList("basis"));
    }

    private long events() {
        return database.list(
                        "select count(*) from outbox where topic = 'student-registry.eligibility' and event_key = :key",
                        Map.of("key", pupil.toString()),
                        row -> row.getLong(1))
                .getFirst();
    }
}

package cn.gov.zhuozhou.aid.inspection;

import static cn.gov.zhuozhou.aid.inspection.Ledger.awaitLines;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The order in which topics arrive, and repeated deliveries, leave no trace in the ledger. */
@ComponentTest
class SettlingTest {
    private static final String HIGHEST_REVISION = """
            select coalesce(max(revision), 0) from (
              select student_id, revision from pupil union all select student_id, revision from eligibility
              union all select student_id, revision from award union all select student_id, revision from assignment) f
            where student_id = :value""";

    @Inject
    Neighbours neighbours;

    @Inject
    Database database;

    @Test
    void anEligibilityThatComesBeforeAwardAndAssignmentOpensNothing() {
        // Given
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().identified();
        awaitCheckedOnce(pupil);

        // When
        pupil.awarded().assigned();

        // Then
        awaitNothingDue(pupil);
        assertThat(Ledger.linesOf(pupil)).isEmpty();
    }

    @Test
    void awardAndAssignmentThatComeBeforeThePupilOpenNothing() {
        // When
        Pupil pupil = new Pupil(neighbours).awarded().assigned().identified().enrolledAsBoarder();

        // Then
        awaitNothingDue(pupil);
        assertThat(Ledger.linesOf(pupil)).isEmpty();
    }

    @Test
    void anOlderOrRepeatedEventChangesNothing() {
        // Given
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().awarded().assigned();

        // When
        pupil.identifiedThriceOver();

        // Then
        awaitNothingDue(pupil);
        assertThat(Ledger.linesOf(pupil)).isEmpty();
    }

    @Test
    void anEventThatOnlyRepeatsTheCauseIsNotTold() {
        // Given
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().proven();
        awaitLines(pupil, "A04 ASSIGNED");

        // When
        pupil.proven();

        // Then
        awaitNothingDue(pupil);
        assertThat(count(
                        "select count(*) from outbox where subject = :value",
                        Ledger.idOf(pupil).toString()))
                .isEqualTo(1);
    }

    @Test
    void theMetricsTellHowManySubjectsWait() {
        // Given
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().identified();
        awaitCheckedOnce(pupil);

        // When
        String metrics =
                given().get("/q/metrics").then().statusCode(200).extract().asString();

        // Then
        assertThat(metrics.lines()
                        .filter(line -> line.startsWith("aid_datacheck_waiting"))
                        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting).isGreaterThanOrEqualTo(1));
    }

    private void awaitCheckedOnce(Pupil pupil) {
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        count("select count(*) from due_subject where follows and subject_id = :value", pupil.id) == 1);
    }

    /** Every event of the pupil was taken in, and he is not waiting for a check any more. */
    private void awaitNothingDue(Pupil pupil) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count(HIGHEST_REVISION, pupil.id) == pupil.revision()
                        && count(
                                        "select count(*) from inbox where event_id = :value",
                                        pupil.lastEvent().toString())
                                == 1
                        && count("select count(*) from due_subject where subject_id = :value", pupil.id) == 0);
    }

    private long count(String sql, Object value) {
        return database.number(sql, Map.of("value", value));
    }
}

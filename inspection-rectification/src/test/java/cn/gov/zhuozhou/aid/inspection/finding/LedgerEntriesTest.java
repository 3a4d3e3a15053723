package cn.gov.zhuozhou.aid.inspection.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.clock.WorkingDays;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What repeated runs of checks do to one line. */
class LedgerEntriesTest {
    private static final Actor CLERK = new Actor("clerk", "clerk", Jurisdiction.BUREAU);
    private static final Actor INSPECTOR = new Actor("inspector", "inspector", Jurisdiction.BUREAU);

    private final UUID student = UUID.randomUUID();
    private final List<Finding> opened = new ArrayList<>();

    @Test
    void aNewLineIsAssignedAndHasFiveWorkingDays() {
        // When
        LedgerEntries entries = entries("2019-spring");
        entries.hit(hit("A04.CMP-03", "S1"), null);

        // Then
        Finding line = opened.getFirst();
        assertThat(line.state).isEqualTo(FindingState.ASSIGNED);
        assertThat(line.revision).isEqualTo(1);
        assertThat(line.deadline).isEqualTo(LocalDate.of(2019, 5, 9));
        assertThat(entries.steps())
                .extracting(HistoryEntry::act)
                .containsExactly(FindingAct.REGISTERED_BY_CHECK, FindingAct.ASSIGNED_TO_UNIT);
    }

    @Test
    void theSameHitAgainChangesNothing() {
        // Given
        Finding line = open();
        LedgerEntries again = entries("2019-spring");

        // When
        again.hit(hit("A04.CMP-03", "S1"), line);

        // Then
        assertThat(again.changed()).isEmpty();
        assertThat(line.revision).isEqualTo(1);
    }

    @Test
    void aCauseGoneClosesAndItsReturnReopensTheSameLineWithANewDeadline() {
        // Given
        Finding line = open();
        entries("2019-spring").clear(line);
        assertThat(line.closedBy).isEqualTo("SYSTEM");

        // When
        entries("2019-spring").hit(hit("A04.CMP-03", "S1"), line);

        // Then
        assertThat(line.state).isEqualTo(FindingState.REOPENED);
        assertThat(line.closedBy).isNull();
        assertThat(line.revision).isEqualTo(3);
        assertThat(opened).hasSize(1);
    }

    @Test
    void inALaterSemesterItIsANewLine() {
        // Given
        Finding line = open();
        entries("2019-spring").clear(line);

        // When
        entries("2019-autumn").hit(hit("A04.CMP-03", "S1"), line);

        // Then
        assertThat(opened).hasSize(2);
        assertThat(line.state).isEqualTo(FindingState.CLOSED);
    }

    @Test
    void whatAPersonClosedStaysClosedWhileItsCauseStands() {
        // Given
        Finding line = closedByPerson();
        LedgerEntries again = entries("2019-spring");

        // When
        again.hit(hit("A04.CMP-03", "S1"), line);

        // Then
        assertThat(again.changed()).isEmpty();
        assertThat(line.state).isEqualTo(FindingState.CLOSED);
    }

    @Test
    void whatAPersonClosedReopensWhenTheCauseWentAndCameBack() {
        // Given
        Finding line = closedByPerson();
        LedgerEntries gone = entries("2019-spring");
        gone.clear(line);

        // When
        entries("2019-spring").hit(hit("A04.CMP-03", "S1"), line);

        // Then
        assertThat(gone.changed()).isEmpty();
        assertThat(line.state).isEqualTo(FindingState.REOPENED);
    }

    @Test
    void anotherCauseReopensWhatAPersonClosed() {
        // Given
        Finding line = closedByPerson();

        // When
        entries("2019-spring").hit(hit("A04.HS-01", "S1"), line);

        // Then
        assertThat(line.state).isEqualTo(FindingState.REOPENED);
    }

    @Test
    void anotherOwnerRestatesTheLine() {
        // Given
        Finding line = open();

        // When
        entries("2019-spring").hit(hit("A04.CMP-03", "S2"), line);

        // Then
        assertThat(line.ownerUnit).isEqualTo("school:S2");
        assertThat(line.revision).isEqualTo(2);
        assertThat(line.state).isEqualTo(FindingState.ASSIGNED);
    }

    @Test
    void whoAskedForClosingMayNotClose() {
        // Given
        Finding line = open();
        line.reportProgress(null);
        line.requestClosure(CLERK);

        // When
        var refused = catchThrowableOfType(ProblemException.class, () -> line.close(CLERK, Instant.EPOCH));

        // Then
        assertThat(refused.kind()).isEqualTo(CommonProblem.SAME_PERSON);
        assertThat(line.state).isEqualTo(FindingState.SUBMITTED_FOR_CLOSE);
    }

    private Finding closedByPerson() {
        Finding line = open();
        line.reportProgress("补办");
        line.requestClosure(CLERK);
        line.close(INSPECTOR, Instant.EPOCH);
        return line;
    }

    private Finding open() {
        entries("2019-spring").hit(hit("A04.CMP-03", "S1"), null);
        return opened.getLast();
    }

    private CheckedSubject hit(String reason, String school) {
        return new CheckedSubject(
                "A04",
                student,
                student,
                OwnerUnit.school(school, "双塔街道"),
                List.of(new Reason(reason, "漏助", "missed", "basis")),
                5);
    }

    private LedgerEntries entries(String semester) {
        var mayHoliday = new WorkingDays(Map.of(
                LocalDate.of(2019, 5, 1), false,
                LocalDate.of(2019, 5, 2), false,
                LocalDate.of(2019, 5, 3), false,
                LocalDate.of(2019, 5, 5), true));
        return new LedgerEntries(
                Instant.parse("2019-04-30T01:00:00Z"),
                LocalDate.of(2019, 4, 30),
                Semester.parse(semester),
                mayHoliday,
                Actor.system("datacheck"),
                opened::add);
    }
}

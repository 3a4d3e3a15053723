package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import static cn.gov.zhuozhou.aid.inspection.datacheck.rule.Known.MARCH;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.inspection.mirror.AssignmentState;
import cn.gov.zhuozhou.aid.inspection.mirror.EligibilityState;
import cn.gov.zhuozhou.aid.inspection.mirror.EnrolmentState;
import cn.gov.zhuozhou.aid.inspection.mirror.ReverseCheckAnswer;
import cn.gov.zhuozhou.aid.inspection.mirror.ReverseCheckState;
import org.junit.jupiter.api.Test;

class ResponsiblePersonCheckTest {
    private final ResponsiblePersonCheck check = new ResponsiblePersonCheck("basis");

    @Test
    void aReportedGapIsAHitAtOnce() {
        // When
        Verdict verdict =
                check.examine(identified(true).assignment(AssignmentState.GAP).pupil(), MARCH);

        // Then
        assertThat(((Verdict.Hit) verdict).reasons()).extracting("code").containsExactly("NO_RESPONSIBLE.GAP");
    }

    @Test
    void aProposedOrActivePersonCovers() {
        // When
        Verdict proposed = check.examine(
                identified(false).assignment(AssignmentState.PROPOSED).pupil(), MARCH);
        Verdict active = check.examine(
                identified(false)
                        .assignment(AssignmentState.GAP)
                        .assignment(AssignmentState.ACTIVE)
                        .pupil(),
                MARCH);

        // Then
        assertThat(proposed).isEqualTo(Verdict.clear());
        assertThat(active).isEqualTo(Verdict.clear());
    }

    @Test
    void silenceIsWaitedForAndThenAHit() {
        // When
        Verdict fresh = check.examine(identified(true).pupil(), MARCH);
        Verdict later = check.examine(
                identified(false).assignment(AssignmentState.ENDED).pupil(), MARCH);

        // Then
        assertThat(fresh).isEqualTo(Verdict.waiting());
        assertThat(((Verdict.Hit) later).reasons()).extracting("code").containsExactly("NO_RESPONSIBLE.NOT_ASSIGNED");
    }

    @Test
    void whoIsNotIdentifiedOrLeftNeedsNobody() {
        // When
        Verdict unknown = check.examine(new Known().pupil(), MARCH);
        Verdict left = check.examine(
                identified(false).enrolment(EnrolmentState.GRADUATED).pupil(), MARCH);

        // Then
        assertThat(unknown).isEqualTo(Verdict.clear());
        assertThat(left).isEqualTo(Verdict.clear());
    }

    @Test
    void anOpenReverseCheckTaskIsAHitUntilItIsClosed() {
        // When
        Verdict open = new UnmatchedPersonCheck("basis").examine(ReverseCheckState.OPEN, null);
        Verdict closed = new UnmatchedPersonCheck("basis").examine(ReverseCheckState.CLOSED, null);

        // Then
        assertThat(open).isInstanceOf(Verdict.Hit.class);
        assertThat(closed).isEqualTo(Verdict.clear());
    }

    @Test
    void anAnswerThatDoesNotEndTheMatterKeepsTheHitAndSaysWhatIsToBeDone() {
        // Given
        var check = new UnmatchedPersonCheck("basis");

        // When
        Verdict outOfSchool = check.examine(ReverseCheckState.OPEN, ReverseCheckAnswer.OUT_OF_SCHOOL);
        Verdict settled = check.examine(ReverseCheckState.CLOSED, ReverseCheckAnswer.OUT_OF_AREA);

        // Then
        assertThat(((Verdict.Hit) outOfSchool).reasons()).extracting("code").containsExactly("NO_PUPIL.OUT_OF_SCHOOL");
        assertThat(settled).isEqualTo(Verdict.clear());
    }

    private static Known identified(boolean fresh) {
        return new Known().eligible(EligibilityState.EFFECTIVE, true, true, fresh);
    }
}

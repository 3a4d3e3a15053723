package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import static cn.gov.zhuozhou.aid.inspection.datacheck.rule.Known.AUTUMN;
import static cn.gov.zhuozhou.aid.inspection.datacheck.rule.Known.MARCH;
import static cn.gov.zhuozhou.aid.inspection.datacheck.rule.Known.MAY;
import static cn.gov.zhuozhou.aid.inspection.datacheck.rule.Known.SPRING;
import static cn.gov.zhuozhou.aid.inspection.mirror.EligibilityState.EFFECTIVE;
import static cn.gov.zhuozhou.aid.inspection.mirror.EligibilityState.PROPOSED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.inspection.mirror.AwardState;
import cn.gov.zhuozhou.aid.inspection.mirror.EnrolmentState;
import cn.gov.zhuozhou.aid.inspection.mirror.Stage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissedEligibleCheckTest {
    private static final MustPay BOARDERS = new MustPay(
            "CMP-03", "寄宿生生活补助", "Boarder subsidy", Stage.PRIMARY, true, LocalDate.of(2018, 9, 1), null, "policy");
    private static final MustPay UNTIL_APRIL = new MustPay(
            "PRE-01",
            "学前资助",
            "Preschool aid",
            Stage.PRESCHOOL,
            false,
            LocalDate.of(2018, 9, 1),
            LocalDate.of(2019, 4, 30),
            "policy");

    private final MissedEligibleCheck check = new MissedEligibleCheck(List.of(BOARDERS, UNTIL_APRIL));

    @Test
    void proofWithoutAnAwardIsAHitEvenBeforeIdentification() {
        // When
        Verdict verdict =
                check.examine(new Known().eligible(PROPOSED, false, true, true).pupil(), MARCH);

        // Then
        assertThat(verdict).isInstanceOf(Verdict.Hit.class);
        assertThat(((Verdict.Hit) verdict).reasons()).extracting("code").containsExactly("A04.CMP-03");
    }

    @Test
    void anAwardStillOnItsWayIsWaitedFor() {
        // When
        Verdict verdict =
                check.examine(new Known().eligible(EFFECTIVE, true, true, true).pupil(), MARCH);

        // Then
        assertThat(verdict).isEqualTo(Verdict.waiting());
    }

    @Test
    void anAwardThatStandsClearsAndAStoppedOneDoesNot() {
        // When
        Verdict standing = check.examine(
                new Known()
                        .eligible(EFFECTIVE, true, true, false)
                        .award(SPRING, "CMP-03", AwardState.PROPOSED)
                        .pupil(),
                MARCH);
        Verdict stopped = check.examine(
                new Known()
                        .eligible(EFFECTIVE, true, true, false)
                        .award(SPRING, "CMP-03", AwardState.STOPPED)
                        .pupil(),
                MARCH);

        // Then
        assertThat(standing).isEqualTo(Verdict.clear());
        assertThat(stopped).isInstanceOf(Verdict.Hit.class);
    }

    @Test
    void anAwardOfAnotherProgrammeOrAnEarlierSemesterDoesNotCount() {
        // When
        Verdict verdict = check.examine(
                new Known()
                        .eligible(EFFECTIVE, true, true, false)
                        .award(SPRING, "CMP-01", AwardState.APPROVED)
                        .award(AUTUMN, "CMP-03", AwardState.APPROVED)
                        .pupil(),
                MARCH);

        // Then
        assertThat(verdict).isInstanceOf(Verdict.Hit.class);
    }

    @Test
    void aDayPupilOfPrimarySchoolIsDueNothing() {
        // When
        Verdict verdict = check.examine(
                new Known()
                        .stage(Stage.PRIMARY, false)
                        .eligible(EFFECTIVE, true, true, false)
                        .pupil(),
                MARCH);

        // Then
        assertThat(verdict).isEqualTo(Verdict.clear());
    }

    @Test
    void aProgrammeIsOnlyDueBetweenItsDays() {
        // Given
        PupilRecord child = new Known()
                .stage(Stage.PRESCHOOL, false)
                .eligible(EFFECTIVE, true, true, false)
                .pupil();

        // When
        Verdict inMarch = check.examine(child, MARCH);
        Verdict inMay = check.examine(child, MAY);

        // Then
        assertThat(inMarch).isInstanceOf(Verdict.Hit.class);
        assertThat(inMay).isEqualTo(Verdict.clear());
    }

    @Test
    void whoIsNotInSchoolOrHasNoValidBasisIsNotMissed() {
        // When
        Verdict left = check.examine(
                new Known()
                        .enrolment(EnrolmentState.LEFT)
                        .eligible(EFFECTIVE, true, true, false)
                        .pupil(),
                MARCH);
        Verdict withoutBasis = check.examine(
                new Known().eligible(EFFECTIVE, true, false, false).pupil(), MARCH);

        // Then
        assertThat(left).isEqualTo(Verdict.clear());
        assertThat(withoutBasis).isEqualTo(Verdict.clear());
    }

    @Test
    void aPupilTheSemestersOpeningHasNotReachedIsOnlyMissedWhenItIsOver() {
        // Given
        PupilRecord pupil = new Known()
                .eligible(AUTUMN, EFFECTIVE, true, true, false)
                .award(AUTUMN, "CMP-03", AwardState.APPROVED)
                .pupil();

        // When
        Verdict inMarch = check.examine(pupil, MARCH);
        Verdict inMay = check.examine(pupil, MAY);

        // Then
        assertThat(inMarch).isEqualTo(Verdict.unknown());
        assertThat(inMay).isInstanceOf(Verdict.Hit.class);
    }
}

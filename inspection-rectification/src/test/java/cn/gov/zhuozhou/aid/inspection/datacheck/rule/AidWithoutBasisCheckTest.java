package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import static cn.gov.zhuozhou.aid.inspection.datacheck.rule.Known.AUTUMN;
import static cn.gov.zhuozhou.aid.inspection.datacheck.rule.Known.MARCH;
import static cn.gov.zhuozhou.aid.inspection.datacheck.rule.Known.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.inspection.mirror.AwardState;
import cn.gov.zhuozhou.aid.inspection.mirror.EligibilityState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AidWithoutBasisCheckTest {
    private final AidWithoutBasisCheck check = new AidWithoutBasisCheck("basis");

    @ParameterizedTest
    @CsvSource({
        // state, identified, valid basis, fresh, verdict
        "EFFECTIVE, true,  true,  false, CLEAR",
        "PROPOSED,  true,  false, true,  A06.NO_VALID_BASIS",
        "EFFECTIVE, false, true,  false, A06.NOT_IDENTIFIED",
        "EFFECTIVE, false, true,  true,  WAIT",
        "EFFECTIVE, false, false, true,  WAIT",
        "EFFECTIVE, false, false, false, A06.NO_VALID_BASIS",
        "PROPOSED,  false, true,  false, CLEAR",
        "ON_NOTICE, false, true,  false, CLEAR",
        "AWAITING_DECISION, false, true, false, CLEAR",
        "REJECTED,  false, true,  false, A06.NOT_IDENTIFIED",
    })
    void aStandingAwardNeedsEvidenceAndAnIdentificationInForceOrOnItsWay(
            EligibilityState state, boolean identified, boolean validBasis, boolean fresh, String expected) {
        // Given
        PupilRecord pupil = new Known()
                .eligible(state, identified, validBasis, fresh)
                .award(SPRING, "CMP-03", AwardState.SUSPENDED)
                .pupil();

        // When
        Verdict verdict = check.examine(pupil, MARCH);

        // Then
        assertThat(inShort(verdict)).isEqualTo(expected);
    }

    @Test
    void theReasonNamesEachAwardAndWhetherItIsOnHold() {
        // Given
        PupilRecord pupil = new Known()
                .eligible(EligibilityState.PROPOSED, true, false, false)
                .award(SPRING, "HS-02", AwardState.SUSPENDED)
                .award(SPRING, "HS-01", AwardState.APPROVED)
                .pupil();

        // When
        Verdict verdict = check.examine(pupil, MARCH);

        // Then
        assertThat(((Verdict.Hit) verdict).reasons())
                .extracting("text")
                .containsExactly("困难依据今日已无效，资助未停：HS-01, HS-02（已暂停）");
    }

    @Test
    void aStoppedAwardOrOneOfAnEarlierSemesterNeedsNothing() {
        // Given
        PupilRecord pupil = new Known()
                .eligible(EligibilityState.EFFECTIVE, false, false, false)
                .award(SPRING, "CMP-03", AwardState.STOPPED)
                .award(AUTUMN, "CMP-03", AwardState.APPROVED)
                .pupil();

        // When
        Verdict verdict = check.examine(pupil, MARCH);

        // Then
        assertThat(verdict).isEqualTo(Verdict.clear());
    }

    @Test
    void nothingIsSaidWhileTheEligibilityIsUnknown() {
        // When
        Verdict verdict = check.examine(
                new Known().award(SPRING, "CMP-03", AwardState.APPROVED).pupil(), MARCH);

        // Then
        assertThat(verdict).isEqualTo(Verdict.unknown());
    }

    private static String inShort(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Hit hit -> hit.reasons().getFirst().code();
            case Verdict.Clear clear -> "CLEAR";
            case Verdict.Undecided undecided -> undecided.lookAgain() ? "WAIT" : "UNKNOWN";
        };
    }
}

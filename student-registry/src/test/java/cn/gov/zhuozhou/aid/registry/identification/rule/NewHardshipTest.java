package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.DIBAO_R;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.DIBAO_U;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.DISABLED_CHILD;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.DISABLED_STU;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.LOWINC;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.REG_POOR;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.SCHOOL_JUDGED;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Level.ORDINARY;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Level.SEVERE;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Pupils.pupil;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.registry.identification.rule.Evidence.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who was not identified and is proven now is proposed, and nobody is missed (S69, S70, S72). */
class NewHardshipTest {
    @ParameterizedTest
    @EnumSource(names = {"REG_POOR", "DIBAO_R", "DIBAO_U", "TEKUN_R", "TEKUN_U", "ORPHAN", "DEFACTO", "MARTYR"})
    void aSpecialGroupIsAddedAsSevere(Category category) {
        // When
        Decision decision = pupil().listedAs(category).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.ADDED);
        assertThat(decision.level()).isEqualTo(SEVERE);
        assertThat(decision.categories()).containsExactly(category);
        assertThat(decision.checks().getLast().legalBasis()).contains("S70");
    }

    @ParameterizedTest
    @EnumSource
    void exactlyFourCategoriesAreThePriorityOnes(Category category) {
        // When
        Decision decision =
                pupil().listedAs(category).judged(HardshipJudgement.PROVEN).decided();
        // Then
        assertThat(decision.fourCategory())
                .isEqualTo(
                        switch (category) {
                            case REG_POOR, DIBAO_R, TEKUN_R, DISABLED_STU -> true;
                            default -> false;
                        });
    }

    @Test
    void aDisabilityCertificateAloneDoesNotProveHardship() {
        // When
        Decision decision = pupil().listedAs(DISABLED_STU).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.DECISION_NEEDED);
        assertThat(decision.identified()).isFalse();
        assertThat(decision.checks().getLast().reason()).isEqualTo("HARDSHIP_UNPROVEN");
    }

    @Test
    void aDisabilityCountsBesideProvenHardship() {
        // When
        Decision decision = pupil().listedAs(DISABLED_STU, DIBAO_U).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.ADDED);
        assertThat(decision.categories()).containsExactly(DIBAO_U, DISABLED_STU);
        assertThat(decision.fourCategory()).isTrue();
    }

    @Test
    void aDisabilityRaisesWhomTheSchoolHasJudgedInHardship() {
        // When
        Decision decision = pupil().identifiedAs(ORDINARY, SCHOOL_JUDGED)
                .listedAs(DISABLED_STU)
                .decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.LEVEL_CHANGED);
        assertThat(decision.level()).isEqualTo(SEVERE);
    }

    @Test
    void aDisabilityInPlaceOfTheLostBasisHasToBeLookedAt() {
        // When
        Decision decision =
                pupil().identifiedAs(SEVERE, DIBAO_R).listedAs(DISABLED_STU).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.DECISION_NEEDED);
    }

    @Test
    void whatAPersonFoundAboutTheFamilyDecides() {
        // When
        Decision proven = pupil().listedAs(DISABLED_CHILD)
                .judged(HardshipJudgement.PROVEN)
                .decided();
        Decision notFound = pupil().listedAs(DISABLED_CHILD)
                .judged(HardshipJudgement.NOT_FOUND)
                .decided();
        // Then
        assertThat(proven.result()).isEqualTo(Result.ADDED);
        assertThat(notFound.result()).isEqualTo(Result.NONE);
    }

    @Test
    void lowIncomeIsNoSpecialGroupUnderThisRuleSet() {
        // When
        Decision decision = pupil().listedAs(LOWINC).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.DECISION_NEEDED);
    }

    @Test
    void aHouseholdThatHadLeftPovertyBeforeIsForAPersonToDecide() {
        // When
        Decision decision = pupil().listedAs(Standing.EXITED, REG_POOR).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.DECISION_NEEDED);
    }

    @Test
    void withdrawnEvidenceProvesNothing() {
        // When
        Decision decision = pupil().listedAs(Standing.ENDED, DIBAO_R).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.NONE);
    }

    @Test
    void whoIsNotInSchoolGetsNoResult() {
        // When
        Decision decision = pupil().who(EnrolmentState.LEFT).listedAs(DIBAO_R).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.NONE);
    }

    @Test
    void ofWhomNothingIsKnownNothingIsSaid() {
        // When
        Decision decision = pupil().decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.NONE);
        assertThat(decision.identified()).isFalse();
        assertThat(decision.validBasis()).isFalse();
    }
}

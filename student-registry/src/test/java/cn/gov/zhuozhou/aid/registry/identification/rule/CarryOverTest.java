package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.DIBAO_R;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.DIBAO_U;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.DISABLED_STU;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.ORPHAN;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.REG_POOR;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.SCHOOL_JUDGED;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.TEKUN_R;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Level.ORDINARY;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Level.SEVERE;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Pupils.pupil;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.registry.identification.rule.Evidence.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who was identified in autumn goes on in spring unless something has changed (S67-S69). */
class CarryOverTest {
    @Test
    void whoIsStillListedIsCarriedWithoutANewEvaluation() {
        // When
        Decision decision =
                pupil().identifiedAs(SEVERE, DIBAO_R).listedAs(DIBAO_R).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.CARRIED);
        assertThat(decision.identified()).isTrue();
        assertThat(decision.level()).isEqualTo(SEVERE);
        assertThat(decision.categories()).containsExactly(DIBAO_R);
        assertThat(decision.fourCategory()).isTrue();
        assertThat(decision.validBasis()).isTrue();
        assertThat(decision.basis()).containsExactly(DIBAO_R);
    }

    @Test
    void urbanAllowanceCarriesButIsNotOneOfTheFourCategories() {
        // When
        Decision decision =
                pupil().identifiedAs(SEVERE, DIBAO_U).listedAs(DIBAO_U).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.CARRIED);
        assertThat(decision.fourCategory()).isFalse();
    }

    @Test
    void whoIsNoLongerOnTheNewestAllowanceListIsProposedForRemoval() {
        // When
        Decision decision = pupil().identifiedAs(SEVERE, DIBAO_R).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.REMOVED);
        assertThat(decision.identified()).isFalse();
        assertThat(decision.level()).isNull();
        assertThat(decision.categories()).isEmpty();
        assertThat(decision.validBasis()).isFalse();
        assertThat(decision.checks().getLast().legalBasis()).contains("S69").contains("S70");
    }

    @Test
    void aBasisLostBesideAnotherThatHoldsIsNoLoss() {
        // When
        Decision decision = pupil().identifiedAs(SEVERE, DIBAO_R, REG_POOR)
                .listedAs(REG_POOR)
                .decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.CARRIED);
        assertThat(decision.categories()).containsExactly(REG_POOR);
    }

    @Test
    void anotherSpecialGroupInsteadOfTheLostOneKeepsTheLevel() {
        // When
        Decision decision =
                pupil().identifiedAs(SEVERE, DIBAO_R).listedAs(TEKUN_R).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.CARRIED);
        assertThat(decision.categories()).containsExactly(TEKUN_R);
    }

    @Test
    void registeredPovertyIsKeptAfterTheHouseholdsExit() {
        // When
        Decision decision = pupil().identifiedAs(SEVERE, REG_POOR)
                .listedAs(Standing.EXITED, REG_POOR)
                .decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.CARRIED);
        assertThat(decision.categories()).containsExactly(REG_POOR);
        assertThat(decision.validBasis()).isTrue();
        assertThat(decision.checks()).extracting(CheckOutcome::reason).contains("KEPT_TO_END_OF_STAGE");
    }

    @Test
    void registeredPovertyIsKeptEvenWhenTheHouseholdIsNoLongerListed() {
        // When
        Decision decision = pupil().identifiedAs(SEVERE, REG_POOR).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.CARRIED);
    }

    @Test
    void registeredPovertyIsKeptToTheEndOfTheStageOnly() {
        // When
        Decision decision = pupil().in(Stage.JUNIOR)
                .identifiedInStage(Stage.PRIMARY, SEVERE, REG_POOR)
                .listedAs(Standing.EXITED, REG_POOR)
                .decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.REMOVED);
    }

    @Test
    void ordinaryHardshipJudgedByTheSchoolNeedsNoRegister() {
        // When
        Decision decision = pupil().identifiedAs(ORDINARY, SCHOOL_JUDGED).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.CARRIED);
        assertThat(decision.level()).isEqualTo(ORDINARY);
        assertThat(decision.basis()).containsExactly(SCHOOL_JUDGED);
        assertThat(decision.validBasis()).isTrue();
        assertThat(decision.fourCategory()).isFalse();
    }

    @Test
    void whatNoRegisterOfOursListsIsNotLostByNotBeingListed() {
        // When
        Decision decision = pupil().identifiedAs(SEVERE, ORPHAN).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.CARRIED);
    }

    @Test
    void whatWasWithdrawnIsLost() {
        // When
        Decision decision = pupil().identifiedAs(SEVERE, ORPHAN)
                .listedAs(Standing.ENDED, ORPHAN)
                .decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.REMOVED);
    }

    @Test
    void nothingIsLostBeforeTheNewestRegisterHasCome() {
        // When
        Decision decision =
                pupil().identifiedAs(SEVERE, DIBAO_R).notComparedFor(DIBAO_R).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.CARRIED);
        assertThat(decision.checks()).extracting(CheckOutcome::reason).contains("NO_NEWER_REGISTER");
    }

    @Test
    void newEvidenceOfASpecialGroupRaisesTheLevel() {
        // When
        Decision decision =
                pupil().identifiedAs(ORDINARY, SCHOOL_JUDGED).listedAs(DIBAO_R).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.LEVEL_CHANGED);
        assertThat(decision.level()).isEqualTo(SEVERE);
        assertThat(decision.categories()).containsExactly(DIBAO_R, SCHOOL_JUDGED);
        assertThat(decision.fourCategory()).isTrue();
    }

    @Test
    void whereOnlyTheSchoolsJudgementIsLeftTheLevelFalls() {
        // When
        Decision decision = pupil().identifiedAs(SEVERE, DIBAO_R, SCHOOL_JUDGED).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.LEVEL_CHANGED);
        assertThat(decision.level()).isEqualTo(ORDINARY);
    }

    @Test
    void aLevelGivenBeforeOnTheSameBasisIsNotJudgedAgain() {
        // When
        Decision decision =
                pupil().identifiedAs(ORDINARY, DIBAO_R).listedAs(DIBAO_R).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.CARRIED);
        assertThat(decision.level()).isEqualTo(ORDINARY);
    }

    @Test
    void aDisabledPupilIdentifiedBeforeStaysOneOfTheFourCategories() {
        // When
        Decision decision = pupil().identifiedAs(SEVERE, DISABLED_STU)
                .listedAs(DISABLED_STU)
                .decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.CARRIED);
        assertThat(decision.fourCategory()).isTrue();
    }

    @Test
    void secondaryVocationalPupilsAreAlwaysEvaluatedAgain() {
        // When
        Decision decision = pupil().in(Stage.SECONDARY_VOCATIONAL)
                .identifiedAs(ORDINARY, SCHOOL_JUDGED)
                .decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.REEVALUATED);
        assertThat(decision.identified()).isTrue();
        assertThat(decision.level()).isEqualTo(ORDINARY);
    }

    @Test
    void inSecondaryVocationalSchoolAChangeOfLevelIsPartOfTheNewEvaluation() {
        // When
        Decision decision = pupil().in(Stage.SECONDARY_VOCATIONAL)
                .identifiedAs(ORDINARY, SCHOOL_JUDGED)
                .listedAs(DIBAO_R)
                .decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.REEVALUATED);
        assertThat(decision.level()).isEqualTo(SEVERE);
    }

    @Test
    void inSecondaryVocationalSchoolALostBasisIsStillALoss() {
        // When
        Decision decision = pupil().in(Stage.SECONDARY_VOCATIONAL)
                .identifiedAs(SEVERE, DIBAO_R)
                .decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.REMOVED);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IN_SCHOOL")
    void whoIsNoLongerInSchoolIsProposedForRemoval(EnrolmentState state) {
        // When
        Decision decision = pupil().who(state)
                .identifiedAs(SEVERE, DIBAO_R)
                .listedAs(DIBAO_R)
                .decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.REMOVED);
        assertThat(decision.validBasis()).isFalse();
        assertThat(decision.checks().getLast().reason()).isEqualTo(state.name());
    }

    @Test
    void whoIsOnNoRollOfTheCountyIsProposedForRemoval() {
        // When
        Decision decision = pupil().who(null).identifiedAs(SEVERE, DIBAO_R).decided();
        // Then
        assertThat(decision.result()).isEqualTo(Result.REMOVED);
        assertThat(decision.checks().getLast().reason()).isEqualTo("NOT_ON_ROLL");
    }
}

package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.DIBAO_R;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.LOWINC;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.REG_POOR;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.SCHOOL_JUDGED;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Level.DIFFICULT;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Level.ORDINARY;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Level.SEVERE;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Pupils.pupil;
import static cn.gov.zhuozhou.aid.registry.identification.rule.SeededRules.HEBEI_2019;
import static cn.gov.zhuozhou.aid.registry.identification.rule.SeededRules.SPRING_2019;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.registry.identification.rule.Evidence.Standing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What differs between the set in force before 30 June 2019 and the one of Hebei after it (S66). */
class RuleSetsOf2019Test {
    @Test
    void bothAreSound() {
        assertThat(RuleSetFaults.of(SPRING_2019)).isEmpty();
        assertThat(RuleSetFaults.of(HEBEI_2019)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOWINC", "NP_LOWINC", "UNSTABLE_EXIT"})
    void theGroupsHebeiAddsCountByThemselvesUnderItsSetOnly(Category category) {
        // When
        Decision before = pupil().listedAs(category).decidedUnder(SPRING_2019);
        Decision after = pupil().listedAs(category).decidedUnder(HEBEI_2019);
        // Then
        assertThat(before.result()).isEqualTo(Result.DECISION_NEEDED);
        assertThat(after.result()).isEqualTo(Result.ADDED);
        assertThat(after.level()).isEqualTo(ORDINARY);
        assertThat(after.fourCategory()).isFalse();
    }

    @Test
    void aLevelHebeiDoesNotGiveGoesOnUnderTheOneItCorrespondsTo() {
        // When
        Decision decision = pupil().identifiedAs(DIFFICULT, SCHOOL_JUDGED).decidedUnder(HEBEI_2019);
        // Then
        assertThat(decision.result()).isEqualTo(Result.CARRIED);
        assertThat(decision.level()).isEqualTo(ORDINARY);
        assertThat(decision.checks()).extracting(CheckOutcome::reason).contains("LEVEL_CORRESPONDS");
    }

    @Test
    void fromAllowanceToLowIncomeTheLevelFalls() {
        // When
        Decision decision =
                pupil().identifiedAs(SEVERE, DIBAO_R).listedAs(LOWINC).decidedUnder(HEBEI_2019);
        // Then
        assertThat(decision.result()).isEqualTo(Result.LEVEL_CHANGED);
        assertThat(decision.level()).isEqualTo(ORDINARY);
    }

    @Test
    void lowIncomeBesideAnAllowanceChangesNothing() {
        // When
        Decision decision =
                pupil().identifiedAs(SEVERE, DIBAO_R).listedAs(DIBAO_R, LOWINC).decidedUnder(HEBEI_2019);
        // Then
        assertThat(decision.result()).isEqualTo(Result.CARRIED);
        assertThat(decision.level()).isEqualTo(SEVERE);
    }

    @Test
    @DisplayName("S68: a new school year evaluates again, the spring between does not")
    void aNewSchoolYearEvaluatesAgain() {
        // When
        Decision autumn = pupil().semester("2019-autumn")
                .identifiedAs(SEVERE, DIBAO_R)
                .listedAs(DIBAO_R)
                .decidedUnder(HEBEI_2019);
        Decision spring = pupil().semester("2020-spring")
                .identifiedAs(SEVERE, DIBAO_R)
                .listedAs(DIBAO_R)
                .decidedUnder(HEBEI_2019);
        // Then
        assertThat(autumn.result()).isEqualTo(Result.REEVALUATED);
        assertThat(autumn.checks().getLast().reason()).isEqualTo("NEW_SCHOOL_YEAR");
        assertThat(spring.result()).isEqualTo(Result.CARRIED);
    }

    @Test
    void eachSetNamesItsOwnSources() {
        // When
        Decision before = pupil().listedAs(DIBAO_R).decidedUnder(SPRING_2019);
        Decision after = pupil().listedAs(DIBAO_R).decidedUnder(HEBEI_2019);
        // Then
        assertThat(before.checks()).extracting(CheckOutcome::legalBasis).anyMatch(b -> b.contains("冀财教〔2018〕50号"));
        assertThat(after.checks())
                .extracting(CheckOutcome::legalBasis)
                .anyMatch(b -> b.contains("河北省家庭经济困难学生认定办法"))
                .noneMatch(b -> b.contains("冀财教〔2018〕50号"));
    }

    @Test
    void stickyIsTheRegisteredPoorHousehold() {
        // When
        Decision decision = pupil().identifiedAs(SEVERE, REG_POOR)
                .listedAs(Standing.EXITED, REG_POOR)
                .decidedUnder(HEBEI_2019);
        // Then
        assertThat(decision.result()).isEqualTo(Result.CARRIED);
        assertThat(decision.checks()).extracting(CheckOutcome::reason).contains("KEPT_TO_END_OF_STAGE");
    }

    @Test
    void whatStickinessGaveEndsWithTheStage() {
        // When
        Decision decision = pupil().in(Stage.JUNIOR)
                .identifiedInStage(Stage.PRIMARY, SEVERE, REG_POOR)
                .listedAs(Standing.EXITED, REG_POOR)
                .decidedUnder(HEBEI_2019);
        // Then
        assertThat(decision.result()).isEqualTo(Result.REMOVED);
        assertThat(decision.checks().getLast().reason()).isEqualTo("STAGE_ENDED");
    }

    @Test
    @DisplayName("S69: an allowance is not sticky, whatever the stage")
    void theAllowanceIsNotSticky() {
        // When
        Decision decision = pupil().identifiedAs(SEVERE, DIBAO_R).decidedUnder(HEBEI_2019);
        // Then
        assertThat(decision.result()).isEqualTo(Result.REMOVED);
        assertThat(decision.checks().getLast().reason()).isEqualTo("BASIS_LOST");
    }
}

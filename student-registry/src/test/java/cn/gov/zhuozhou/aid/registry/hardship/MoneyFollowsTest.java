package cn.gov.zhuozhou.aid.registry.hardship;

import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.DIBAO_R;
import static cn.gov.zhuozhou.aid.registry.identification.rule.Category.REG_POOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class MoneyFollowsTest {
    @Test
    void aNewGroundNeedsASecondPersonEvenWhereThePupilHoldsAnother() {
        var money = MoneyFollows.from(Verdict.CONFIRMED, DIBAO_R, Set.of(REG_POOR), Set.of(REG_POOR));
        assertThat(money).isEqualTo(MoneyFollows.NEW_GROUND);
        assertThat(money.secondPerson()).isTrue();
    }

    @Test
    void whatIsProvenAlreadyChangesNothing() {
        assertThat(MoneyFollows.from(Verdict.CONFIRMED, DIBAO_R, Set.of(DIBAO_R), Set.of()))
                .isEqualTo(MoneyFollows.ALREADY_PROVEN);
        assertThat(MoneyFollows.ALREADY_PROVEN.secondPerson()).isFalse();
    }

    @Test
    void aRejectionNeedsASecondPersonOnlyWhereThePupilStandsOnThisRowAlone() {
        assertThat(MoneyFollows.from(Verdict.REJECTED, DIBAO_R, Set.of(), Set.of(DIBAO_R)))
                .isEqualTo(MoneyFollows.GROUND_LOST);
        assertThat(MoneyFollows.GROUND_LOST.secondPerson()).isTrue();
        assertThat(MoneyFollows.from(Verdict.REJECTED, DIBAO_R, Set.of(DIBAO_R), Set.of(DIBAO_R)))
                .isEqualTo(MoneyFollows.NOBODY_LOSES);
        assertThat(MoneyFollows.from(Verdict.REJECTED, DIBAO_R, Set.of(), Set.of(REG_POOR)))
                .isEqualTo(MoneyFollows.NOBODY_LOSES);
        assertThat(MoneyFollows.NOBODY_LOSES.secondPerson()).isFalse();
    }

    @Test
    void aRowWithoutCategoryProvesNothing() {
        assertThat(MoneyFollows.from(Verdict.CONFIRMED, null, Set.of(), Set.of()))
                .isEqualTo(MoneyFollows.NOTHING_PROVEN);
    }
}

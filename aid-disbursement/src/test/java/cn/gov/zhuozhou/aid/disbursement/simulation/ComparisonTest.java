package cn.gov.zhuozhou.aid.disbursement.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.AwardDecision;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Entitlement;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Form;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Payer;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Programme;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.simulation.Comparison.Change;
import cn.gov.zhuozhou.aid.disbursement.simulation.Comparison.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Reason RULE = new Reason("RULE", "条件", "rule", "文件甲");
    private static final Reason RATE = new Reason("RATE", "标准", "rate", "文件乙");

    @Test
    void whoHasNothingAndThenSomethingGains() {
        assertThat(Comparison.of(AwardDecision.NOTHING, granted("CMP-03", 50000L), null))
                .containsExactly(new Change("CMP-03", Kind.GAINS, null, 50000L, RULE));
    }

    @Test
    void aHigherRateIsTheReasonOfARaise() {
        assertThat(Comparison.of(granted("CMP-03", 50000L), granted("CMP-03", 62500L), null))
                .containsExactly(new Change("CMP-03", Kind.RAISED, 50000L, 62500L, RATE));
    }

    @Test
    void aLowerRateLowers() {
        assertThat(Comparison.of(granted("CMP-03", 50000L), granted("CMP-03", 40000L), null))
                .extracting(Change::kind)
                .containsExactly(Kind.LOWERED);
    }

    @Test
    void whoseAidWouldEndAsAWholeLosesForThat() {
        Reason left = new Reason("PUPIL_LEFT", "学生已离校", "left", null);

        assertThat(Comparison.of(granted("CMP-03", 50000L), AwardDecision.NOTHING, left))
                .containsExactly(new Change("CMP-03", Kind.LOSES, 50000L, null, left));
    }

    @Test
    void aCombinationRuleIsNamedWhereItTakesAway() {
        Reason excluded = new Reason("COMBINATION.X", "不得兼得", "not both", "文件丙");
        var after = new AwardDecision(List.of(), Map.of("CMP-03", excluded), Map.of());

        assertThat(Comparison.of(granted("CMP-03", 50000L), after, null))
                .extracting(Change::reason)
                .containsExactly(excluded);
    }

    @Test
    void whatIsNotKnownIsNamedWhereItGrantsNothing() {
        Reason unknown = new Reason("CIRCUMSTANCES_UNKNOWN", "未掌握", "unknown", null);
        var after = new AwardDecision(List.of(), Map.of(), Map.of("CMP-03", unknown));

        assertThat(Comparison.of(granted("CMP-03", 50000L), after, null))
                .extracting(Change::reason)
                .containsExactly(unknown);
    }

    @Test
    void whoFaresTheSameIsNotNamed() {
        assertThat(Comparison.of(granted("HS-02", null), granted("HS-02", null), null))
                .isEmpty();
    }

    private static AwardDecision granted(String programme, Long fen) {
        var entitled = new Entitlement(
                new Programme(programme, Text.of(programme, programme), Form.CASH_CARD, Payer.COUNTY, Set.of()),
                "STANDARD",
                fen,
                List.of(RULE, RATE));
        return new AwardDecision(List.of(entitled), Map.of(), Map.of());
    }
}

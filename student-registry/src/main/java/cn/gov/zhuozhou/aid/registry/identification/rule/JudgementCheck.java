package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.NO;
import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.YES;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Optional;

/** What did the school decide this semester? That it found no hardship decides only where nothing else holds. */
final class JudgementCheck implements Check {
    private static final String CODE = "JUDGEMENT";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text question() {
        return Text.of("学校本学期是怎么认定的?", "What did the school decide this semester?");
    }

    @Override
    public Optional<Finding> examine(Case c) {
        Procedure procedure = c.facts().procedure();
        if (procedure.judged()) {
            Text level = c.rules().label(procedure.level());
            Text text =
                    Text.of("认定工作组评议、学校审定:" + level.zh(), "found by the review group and the principal: " + level.en());
            return Finding.noted(CODE, YES, "SCHOOL_DECIDED", text, c.law(Law.SCHOOL_PROCEDURE))
                    .asAnswer();
        }
        if (!procedure.foundNone()) {
            return Optional.empty();
        }
        Text text = Text.of("认定工作组评议、学校审定:不困难", "the review group and the principal found no hardship");
        Finding none = Finding.noted(CODE, NO, "SCHOOL_FOUND_NONE", text, c.law(Law.SCHOOL_PROCEDURE));
        boolean ends = c.identifiedBefore() && c.holdings().none();
        return (ends ? none.deciding(Result.REMOVED) : none).asAnswer();
    }
}

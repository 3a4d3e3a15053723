package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.YES;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Optional;

/** Not identified before, and hardship is proven now? */
final class GainCheck implements Check {
    private static final String CODE = "GAIN";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text question() {
        return Text.of("是否新出现了困难依据?", "Is there newly proven hardship?");
    }

    @Override
    public Optional<Finding> examine(Case c) {
        if (c.identifiedBefore() || c.holdings().none()) {
            return Optional.empty();
        }
        Text text = Text.of(
                "原未认定,现有有效依据,拟新增,须评审并公示",
                "not identified before and proven now: proposed, after review and public notice");
        return Finding.noted(CODE, YES, "NEWLY_PROVEN", text, c.law(Law.REVIEW_AND_NOTICE))
                .deciding(Result.ADDED)
                .asAnswer();
    }
}

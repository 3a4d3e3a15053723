package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.YES;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Optional;

/** Identified before, and nothing of it holds any more? */
final class LossCheck implements Check {
    @Override
    public Optional<Finding> examine(Case c) {
        if (!c.identifiedBefore() || !c.holdings().none()) {
            return Optional.empty();
        }
        Text text = Text.of(
                "原依据(" + Case.zh(c.lost()) + ")在最新名单中已不存在,拟取消,须评审并公示",
                "the former basis (" + Case.en(c.lost())
                        + ") is gone from the newest registers: proposed to end, after review and public notice");
        return Finding.noted("LOSS", YES, "BASIS_LOST", text, Law.NEWEST_REGISTER + ";" + Law.REVIEW_AND_NOTICE)
                .deciding(Result.REMOVED)
                .asAnswer();
    }
}

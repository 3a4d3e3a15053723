package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.YES;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.List;
import java.util.Optional;

/** Identified before, and nothing of it holds any more? */
final class LossCheck implements Check {
    private static final String CODE = "LOSS";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text question() {
        return Text.of("原来的依据是否还在?", "Does the former basis still hold?");
    }

    @Override
    public Optional<Finding> examine(Case c) {
        if (!c.identifiedBefore() || !c.holdings().none()) {
            return Optional.empty();
        }
        List<Category> ended = c.lost().stream()
                .filter(category ->
                        c.rules().sticky().contains(category) && !c.facts().sameStageAsBefore())
                .toList();
        return ended.isEmpty() ? gone(c) : endOfStage(c, ended);
    }

    private static Optional<Finding> gone(Case c) {
        Text text = Text.of(
                "原依据(" + Case.zh(c.lost()) + ")在最新名单中已不存在,拟取消,须评审并公示",
                "the former basis (" + Case.en(c.lost())
                        + ") is gone from the newest registers: proposed to end, after review and public notice");
        return removed("BASIS_LOST", text, c.law(Law.NEWEST_REGISTER) + ";" + c.law(Law.REVIEW_AND_NOTICE));
    }

    private static Optional<Finding> endOfStage(Case c, List<Category> ended) {
        Text text = Text.of(
                Case.zh(ended) + ":保留至原学段结束,现已进入新学段且无新的依据,拟取消,须评审并公示",
                Case.en(ended)
                        + ": was kept to the end of the former stage, and nothing new holds: proposed to end, after"
                        + " review and public notice");
        return removed("STAGE_ENDED", text, c.law(Law.KEPT_TO_END_OF_STAGE) + ";" + c.law(Law.REVIEW_AND_NOTICE));
    }

    private static Optional<Finding> removed(String reason, Text text, String basis) {
        return Finding.noted(CODE, YES, reason, text, basis)
                .deciding(Result.REMOVED)
                .asAnswer();
    }
}

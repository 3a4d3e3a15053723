package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.YES;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Optional;

/** Do the categories of now give another level? Where everybody is evaluated again anyway, it is only noted. */
final class LevelCheck implements Check {
    private static final String CODE = "LEVEL";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text question() {
        return Text.of("困难档次是否有变化?", "Does the level change?");
    }

    @Override
    public Optional<Finding> examine(Case c) {
        if (!c.identifiedBefore() || c.level() == c.formerLevel()) {
            return Optional.empty();
        }
        Text before = c.rules().label(c.formerLevel());
        Text now = c.rules().label(c.level());
        Text text = Text.of(
                "档次由" + before.zh() + "变为" + now.zh() + ",须评审并公示",
                "the level changes from " + before.en() + " to " + now.en() + ": after review and public notice");
        Finding found = Finding.noted(CODE, YES, "LEVEL_DIFFERS", text, c.law(Law.REVIEW_AND_NOTICE));
        return (c.evaluatedAgain() ? found : found.deciding(Result.LEVEL_CHANGED)).asAnswer();
    }
}

package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.YES;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Optional;

/** Do the categories of now give another level? Where everybody is evaluated again anyway, it is only noted. */
final class LevelCheck implements Check {
    @Override
    public Optional<Finding> examine(Case c) {
        if (!c.identifiedBefore() || c.level() == c.facts().prior().level()) {
            return Optional.empty();
        }
        Text before = c.facts().prior().level().label();
        Text now = c.level().label();
        Text text = Text.of(
                "档次由" + before.zh() + "变为" + now.zh() + ",须评审并公示",
                "the level changes from " + before.en() + " to " + now.en() + ": after review and public notice");
        Finding found = Finding.noted("LEVEL", YES, "LEVEL_DIFFERS", text, Law.REVIEW_AND_NOTICE);
        return (c.evaluatedEverySemester() ? found : found.deciding(Result.LEVEL_CHANGED)).asAnswer();
    }
}

package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.YES;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Optional;

/** Was the level given under a former rule set that named levels this one does not give? It goes on under its new name. */
final class FormerLevelCheck implements Check {
    private static final String CODE = "FORMER_LEVEL";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text question() {
        return Text.of("原档次按现行办法是哪一档?", "What is the former level under the present rules?");
    }

    @Override
    public Optional<Finding> examine(Case c) {
        if (!c.identifiedBefore() || c.rules().gives(c.facts().prior().level())) {
            return Optional.empty();
        }
        Text before = c.facts().prior().level().label();
        Text now = c.rules().label(c.formerLevel());
        Text text = Text.of(
                "原档次" + before.zh() + "按现行办法对应为" + now.zh(),
                "the former level " + before.en() + " corresponds to " + now.en() + " under the present rules");
        return Finding.noted(CODE, YES, "LEVEL_CORRESPONDS", text, c.law(Law.LEVELS))
                .asAnswer();
    }
}

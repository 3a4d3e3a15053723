package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.NO;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Optional;

/** Neither identified before nor proven now. */
final class NothingCheck implements Check {
    static final String CODE = "NOTHING";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text question() {
        return Text.of("有没有其他依据?", "Is anything else known?");
    }

    @Override
    public Optional<Finding> examine(Case c) {
        Text text = Text.of("原未认定,也没有新的依据", "neither identified before nor proven now");
        return Finding.noted(CODE, NO, "NOTHING_KNOWN", text, c.law(Law.NOBODY_MISSED))
                .deciding(Result.NONE)
                .asAnswer();
    }
}

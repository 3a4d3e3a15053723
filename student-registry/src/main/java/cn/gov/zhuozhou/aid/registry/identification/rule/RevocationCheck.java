package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.YES;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Optional;

/** Was a false statement found and confirmed? Then nothing of this semester stands, whatever it rests on. */
final class RevocationCheck implements Check {
    private static final String CODE = "REVOCATION";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text question() {
        return Text.of("是否经核实提供了虚假信息?", "Was a false statement found and confirmed?");
    }

    @Override
    public Optional<Finding> examine(Case c) {
        if (!c.facts().procedure().revoked()) {
            return Optional.empty();
        }
        Text text = Text.of(
                "经核实提供虚假信息,取消认定资格并追回资助资金",
                "a false statement was confirmed: the identification is cancelled and the money asked back");
        return Finding.noted(CODE, YES, "FALSE_STATEMENT", text, c.law(Law.FALSE_STATEMENT))
                .deciding(c.identifiedBefore() ? Result.REMOVED : Result.NONE)
                .asAnswer();
    }
}

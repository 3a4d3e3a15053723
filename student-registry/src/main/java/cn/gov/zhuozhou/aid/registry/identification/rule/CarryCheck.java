package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.YES;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.List;
import java.util.Optional;

/** Identified before, and something still holds: goes on without a new evaluation, with the categories of now. */
final class CarryCheck implements Check {
    private static final String CODE = "CARRY";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text question() {
        return Text.of("本学期是否沿用上学期的认定?", "Does last semester's identification go on?");
    }

    @Override
    public Optional<Finding> examine(Case c) {
        if (!c.identifiedBefore()) {
            return Optional.empty();
        }
        List<Category> held = c.holdings().categories();
        boolean same = held.equals(c.facts().prior().categories());
        Text text = same
                ? Text.of(
                        "原已认定且依据仍有效,本学期沿用,不再评定", "identified before and still valid: carried without a new evaluation")
                : Text.of(
                        "原已认定,现依据为" + Case.zh(held) + ",本学期沿用,不再评定",
                        "identified before, now on " + Case.en(held) + ": carried without a new evaluation");
        return Finding.noted(CODE, YES, same ? "BASIS_UNCHANGED" : "BASIS_CHANGED", text, c.law(Law.CARRY_OVER))
                .deciding(Result.CARRIED)
                .asAnswer();
    }
}

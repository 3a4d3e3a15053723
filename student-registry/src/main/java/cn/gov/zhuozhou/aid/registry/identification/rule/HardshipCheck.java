package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.OPEN;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.List;
import java.util.Optional;

/** Is there something that counts only with proven hardship of the family, such as a disability certificate alone? */
final class HardshipCheck implements Check {
    private static final String CODE = "HARDSHIP";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text question() {
        return Text.of("有没有须核实家庭经济困难的情况?", "Is there something that counts only if the family is found in hardship?");
    }

    @Override
    public Optional<Finding> examine(Case c) {
        List<Category> unproven = c.holdings().unproven();
        if (unproven.isEmpty()) {
            return Optional.empty();
        }
        Text text = Text.of(
                Case.zh(unproven) + ":仅此不足以认定,须核实家庭经济困难",
                Case.en(unproven) + ": not enough by itself, the family's hardship must be established");
        Finding found = Finding.noted(CODE, OPEN, "HARDSHIP_UNPROVEN", text, c.law(Law.FOUR_CATEGORIES));
        return (c.leavesGap() ? found.deciding(Result.DECISION_NEEDED) : found).asAnswer();
    }
}

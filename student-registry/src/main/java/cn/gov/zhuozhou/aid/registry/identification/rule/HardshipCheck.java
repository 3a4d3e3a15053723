package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.OPEN;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.List;
import java.util.Optional;

/** Is there something that counts only with proven hardship of the family, such as a disability certificate alone? */
final class HardshipCheck implements Check {
    @Override
    public Optional<Finding> examine(Case c) {
        List<Category> unproven = c.holdings().unproven();
        if (unproven.isEmpty()) {
            return Optional.empty();
        }
        Text text = Text.of(
                Case.zh(unproven) + ":仅此不足以认定,须核实家庭经济困难",
                Case.en(unproven) + ": not enough by itself, the family's hardship must be established");
        Finding found = Finding.noted("HARDSHIP", OPEN, "HARDSHIP_UNPROVEN", text, Law.FOUR_CATEGORIES);
        return (c.leavesGap() ? found.deciding(Result.DECISION_NEEDED) : found).asAnswer();
    }
}

package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.YES;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.List;
import java.util.Optional;

/** Is a category kept to the end of the stage though the register no longer counts the household in? */
final class StickyCheck implements Check {
    private static final String CODE = "STICKY";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text question() {
        return Text.of("有没有本学段内继续保留的待遇?", "Is a benefit kept to the end of the stage?");
    }

    @Override
    public Optional<Finding> examine(Case c) {
        List<Category> kept = c.holdings().on(Ground.STICKY);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        Text text = Text.of(
                Case.zh(kept) + ":原已享受,本学段内继续保留", Case.en(kept) + ": held before, kept to the end of the stage");
        return Finding.noted(CODE, YES, "KEPT_TO_END_OF_STAGE", text, c.law(Law.KEPT_TO_END_OF_STAGE))
                .asAnswer();
    }
}

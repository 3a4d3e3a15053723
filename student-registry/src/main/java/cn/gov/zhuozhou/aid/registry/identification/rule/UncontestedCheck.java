package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.YES;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.List;
import java.util.Optional;

/** Does something given before go on because no register speaks about it, above all the school's own judgement? */
final class UncontestedCheck implements Check {
    private static final String CODE = "UNCONTESTED";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text question() {
        return Text.of("有没有没有相反名单、继续有效的依据?", "Does a former basis go on because no register speaks against it?");
    }

    @Override
    public Optional<Finding> examine(Case c) {
        List<Category> kept = c.holdings().on(Ground.KEPT);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        String reason = kept.contains(Category.SCHOOL_JUDGED) ? "SCHOOL_JUDGEMENT_CARRIED" : "NO_NEWER_REGISTER";
        Text text = Text.of(
                Case.zh(kept) + ":原依据沿用,没有相反的最新名单", Case.en(kept) + ": goes on, no newer register speaks against it");
        return Finding.noted(CODE, YES, reason, text, c.law(Law.CARRY_OVER)).asAnswer();
    }
}

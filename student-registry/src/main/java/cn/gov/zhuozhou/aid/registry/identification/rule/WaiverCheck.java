package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.YES;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Optional;

/** Has the family declined in writing (放弃说明)? Then the pupil is not identified, and not missed either. */
final class WaiverCheck implements Check {
    private static final String CODE = "WAIVER";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text question() {
        return Text.of("家庭是否书面放弃了本学期的资助?", "Has the family declined in writing?");
    }

    @Override
    public Optional<Finding> examine(Case c) {
        if (!c.facts().procedure().waived()) {
            return Optional.empty();
        }
        Text text = Text.of("已提交书面放弃说明,本学期不予认定", "declined in writing: not identified this semester");
        return Finding.noted(CODE, YES, "WAIVED", text, c.law(Law.VOLUNTARY))
                .deciding(c.identifiedBefore() ? Result.REMOVED : Result.NONE)
                .asAnswer();
    }
}

package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.YES;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Optional;

/** Is the pupil in a stage that is evaluated anew every semester (secondary vocational)? */
final class VocationalCheck implements Check {
    @Override
    public Optional<Finding> examine(Case c) {
        if (!c.identifiedBefore() || !c.evaluatedEverySemester()) {
            return Optional.empty();
        }
        Text text = Text.of("中职学生每学期重新评定", "secondary vocational pupils are evaluated again every semester");
        return Finding.noted("STAGE", YES, "EVALUATED_EVERY_SEMESTER", text, Law.CARRY_OVER)
                .deciding(Result.REEVALUATED)
                .asAnswer();
    }
}

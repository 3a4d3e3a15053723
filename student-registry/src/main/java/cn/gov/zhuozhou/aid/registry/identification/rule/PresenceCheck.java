package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.NO;
import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.YES;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Optional;

/** Is the pupil on the roll and in school? Only who is in school is aided. */
final class PresenceCheck implements Check {
    private static final String CODE = "PRESENCE";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text question() {
        return Text.of("孩子是否在籍在校?", "Is the child on the roll and in school?");
    }

    @Override
    public Optional<Finding> examine(Case c) {
        if (c.inSchool()) {
            return Finding.noted(
                            CODE, YES, "IN_SCHOOL", Text.of("在籍在校", "on the roll and in school"), c.law(Law.IN_SCHOOL))
                    .asAnswer();
        }
        EnrolmentState state = c.facts().enrolment();
        String reason = state == null ? "NOT_ON_ROLL" : state.name();
        return Finding.noted(CODE, NO, reason, absence(state), c.law(Law.IN_SCHOOL))
                .deciding(c.identifiedBefore() ? Result.REMOVED : Result.NONE)
                .asAnswer();
    }

    private static Text absence(EnrolmentState state) {
        if (state == null) {
            return Text.of("本县学籍中没有该生", "not on any roll of the county");
        }
        return switch (state) {
            case SUSPENDED -> Text.of("休学,不在校", "suspended, not in school");
            case TRANSFERRED -> Text.of("已转出", "transferred to another place");
            case LEFT -> Text.of("已离校", "left school");
            case GRADUATED -> Text.of("已毕业", "graduated");
            case IN_SCHOOL -> Text.of("学籍状态不计为在校", "this state does not count as in school");
        };
    }
}

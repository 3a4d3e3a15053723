package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.YES;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Optional;

/** Is the pupil in a stage without carry-over: every semester (secondary vocational), or as the school year begins? */
final class StageCheck implements Check {
    private static final String CODE = "STAGE";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text question() {
        return Text.of("本学期是否须重新评定?", "Has the pupil to be evaluated again this semester?");
    }

    @Override
    public Optional<Finding> examine(Case c) {
        if (!c.identifiedBefore() || !c.evaluatedAgain()) {
            return Optional.empty();
        }
        boolean always = c.evaluatedEverySemester();
        Text text = always
                ? Text.of("中职学生每学期重新评定", "secondary vocational pupils are evaluated again every semester")
                : Text.of("新学年重新评定", "evaluated again as the school year begins");
        return Finding.noted(
                        CODE,
                        YES,
                        always ? "EVALUATED_EVERY_SEMESTER" : "NEW_SCHOOL_YEAR",
                        text,
                        c.law(Law.EVALUATED_AGAIN))
                .deciding(Result.REEVALUATED)
                .asAnswer();
    }
}

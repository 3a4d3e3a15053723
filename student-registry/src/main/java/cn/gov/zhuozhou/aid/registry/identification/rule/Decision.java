package cn.gov.zhuozhou.aid.registry.identification.rule;

import java.util.List;

/**
 * What the rules find for one pupil and semester.
 *
 * @param identified whether the pupil counts as in hardship once the result is in force; while a decision is needed: false
 * @param level null where not identified
 * @param categories what holds once in force; empty where not identified
 * @param fourCategory whether one of them is a priority category
 * @param validBasis in school and something holds today: a register, stickiness, or the school's own judgement
 * @param basis what holds today, whatever the result
 * @param checks the checks that applied, in their order; the last one is decisive
 */
public record Decision(
        String ruleSet,
        String ruleSetVersion,
        Result result,
        boolean identified,
        Level level,
        List<Category> categories,
        boolean fourCategory,
        boolean validBasis,
        List<Category> basis,
        List<CheckOutcome> checks) {
    public Decision {
        categories = List.copyOf(categories);
        basis = List.copyOf(basis);
        checks = List.copyOf(checks);
    }
}

package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.registry.application.Form.Influence;
import java.util.List;

/**
 * A weighted index over the form, as a decision aid only: what it is made of is data of the template, and nothing in the suite
 * decides by it.
 *
 * @param points sum over the indicators that hold
 * @param most what would come out if all held
 */
record HardshipIndex(int points, int most, List<Indicator> holding) {
    /** What can be read off the form. */
    enum Indicator {
        /** Income a head below the weight's threshold. */
        LOW_INCOME,
        NATURAL_DISASTER,
        SUDDEN_ACCIDENT,
        WEAK_MEMBERS,
        UNEMPLOYMENT,
        DEBT,
        PUPIL_DISABLED,
        PUPIL_ILL,
        MEMBER_ILL,
        SEVERAL_IN_SCHOOL
    }

    static HardshipIndex of(Form form, List<Template.Weight> weights) {
        List<Template.Weight> holding =
                weights.stream().filter(weight -> holds(weight, form)).toList();
        return new HardshipIndex(
                sum(holding),
                sum(weights),
                holding.stream().map(Template.Weight::indicator).toList());
    }

    private static boolean holds(Template.Weight weight, Form form) {
        return switch (weight.indicator()) {
            case LOW_INCOME ->
                form.perCapitaIncomeFen() != null
                        && weight.thresholdFen() != null
                        && form.perCapitaIncomeFen() < weight.thresholdFen();
            case NATURAL_DISASTER -> form.influences().containsKey(Influence.NATURAL_DISASTER);
            case SUDDEN_ACCIDENT -> form.influences().containsKey(Influence.SUDDEN_ACCIDENT);
            case WEAK_MEMBERS -> form.influences().containsKey(Influence.WEAK_MEMBERS);
            case UNEMPLOYMENT -> form.influences().containsKey(Influence.UNEMPLOYMENT);
            case DEBT -> form.influences().containsKey(Influence.DEBT);
            case PUPIL_DISABLED -> form.health().pupilDisabled();
            case PUPIL_ILL -> form.health().pupilIll();
            case MEMBER_ILL -> form.health().memberIll();
            case SEVERAL_IN_SCHOOL -> form.membersInSchool() != null && form.membersInSchool() > 1;
        };
    }

    private static int sum(List<Template.Weight> weights) {
        return weights.stream().mapToInt(Template.Weight::points).sum();
    }
}

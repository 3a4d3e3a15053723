package cn.gov.zhuozhou.aid.registry.identification.rule;

import java.util.List;
import java.util.stream.Collectors;

/** The facts of one pupil beside the rules, with what follows from both at once. */
record Case(PupilFacts facts, RuleSet rules, Holdings holdings) {
    static Case of(PupilFacts facts, RuleSet rules) {
        return new Case(facts, rules, Holdings.of(facts, rules));
    }

    boolean inSchool() {
        return facts.enrolment() != null && rules.present().contains(facts.enrolment());
    }

    boolean identifiedBefore() {
        return facts.identifiedBefore();
    }

    boolean evaluatedEverySemester() {
        return rules.evaluatedEverySemester().contains(facts.stage());
    }

    /** Held before and no longer. */
    List<Category> lost() {
        return facts.prior().categories().stream()
                .filter(c -> !holdings.grounds().containsKey(c))
                .toList();
    }

    /** The level that what holds now gives; only a change of categories changes a level given before (S68). */
    Level level() {
        List<Category> held = holdings.categories();
        boolean direct = held.stream().anyMatch(rules.direct()::contains);
        if (!identifiedBefore()) {
            return direct ? rules.directLevel() : judgedLevel();
        }
        Prior prior = facts.prior();
        if (held.stream().anyMatch(c -> rules.direct().contains(c) && !facts.heldBefore(c))) {
            return rules.directLevel();
        }
        if (!direct && facts.procedure().judged()) {
            return judgedLevel();
        }
        boolean wasDirect = prior.categories().stream().anyMatch(rules.direct()::contains);
        boolean falls = wasDirect && !direct && rules.judgedLevel().isBelow(prior.level());
        return falls ? rules.judgedLevel() : prior.level();
    }

    private Level judgedLevel() {
        return facts.procedure().judged() ? facts.procedure().level() : rules.judgedLevel();
    }

    /** Nothing holds, or what holds gives less than before: an open question may be the reason. */
    boolean leavesGap() {
        return holdings.none()
                || (identifiedBefore() && level().isBelow(facts.prior().level()));
    }

    static String zh(List<Category> categories) {
        return categories.stream().map(c -> c.label().zh()).collect(Collectors.joining("、"));
    }

    static String en(List<Category> categories) {
        return categories.stream().map(c -> c.label().en()).collect(Collectors.joining(", "));
    }
}

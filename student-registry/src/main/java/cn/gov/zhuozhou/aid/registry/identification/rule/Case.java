package cn.gov.zhuozhou.aid.registry.identification.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The facts of one pupil beside the rules, with what follows from both at once. */
record Case(PupilFacts facts, Parameters rules, Holdings holdings) {
    static Case of(PupilFacts facts, Parameters rules) {
        return new Case(facts, rules, Holdings.of(facts, rules));
    }

    boolean inSchool() {
        return facts.enrolment() != null && rules.present().contains(facts.enrolment());
    }

    boolean identifiedBefore() {
        return facts.identifiedBefore();
    }

    /** No carry-over into this semester for the pupil's stage. */
    boolean evaluatedAgain() {
        return rules.evaluatedIn(facts.semester()).contains(facts.stage());
    }

    /** No carry-over into any semester. */
    boolean evaluatedEverySemester() {
        return rules.evaluatedInAutumn().contains(facts.stage())
                && rules.evaluatedInSpring().contains(facts.stage());
    }

    String law(Law law) {
        return rules.sources().getOrDefault(law, "");
    }

    /** Held before and no longer. */
    List<Category> lost() {
        return facts.prior().categories().stream()
                .filter(c -> !holdings.grounds().containsKey(c))
                .toList();
    }

    /** The level given before, in the levels of now. */
    Level formerLevel() {
        return rules.corresponding(facts.prior().level());
    }

    /**
     * The level that what holds now gives; a level given before changes only with the categories (S68) or where the school has
     * judged anew.
     */
    Level level() {
        List<Category> held = holdings.categories();
        Level now = rules.directLevel(held).orElse(judgedLevel());
        if (!identifiedBefore()) {
            return now;
        }
        Level former = formerLevel();
        List<Category> gained = held.stream().filter(c -> !facts.heldBefore(c)).toList();
        Optional<Level> raised = rules.directLevel(gained).filter(level -> rules.isBelow(former, level));
        if (raised.isPresent()) {
            return raised.get();
        }
        if (rules.directLevel(held).isEmpty() && facts.procedure().judged()) {
            return now;
        }
        boolean groundFell = rules.directLevel(facts.prior().categories())
                .filter(before -> rules.isBelow(now, before))
                .isPresent();
        return groundFell && rules.isBelow(now, former) ? now : former;
    }

    private Level judgedLevel() {
        return facts.procedure().judged()
                ? rules.corresponding(facts.procedure().level())
                : rules.judgedLevel();
    }

    /** Nothing holds, or what holds gives less than before: an open question may be the reason. */
    boolean leavesGap() {
        return holdings.none() || (identifiedBefore() && rules.isBelow(level(), formerLevel()));
    }

    static String zh(List<Category> categories) {
        return categories.stream().map(c -> c.label().zh()).collect(Collectors.joining("、"));
    }

    static String en(List<Category> categories) {
        return categories.stream().map(c -> c.label().en()).collect(Collectors.joining(", "));
    }
}

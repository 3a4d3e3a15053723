package cn.gov.zhuozhou.aid.registry.identification.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which categories hold for a pupil now, each with its ground, and which would hold if a person found the family in hardship.
 */
record Holdings(Map<Category, Ground> grounds, List<Category> unproven) {
    static Holdings of(PupilFacts facts, Parameters rules) {
        if (facts.procedure().barred()) {
            return new Holdings(Map.of(), List.of());
        }
        Map<Category, Ground> claimed = new EnumMap<>(Category.class);
        List<Category> unproven = new ArrayList<>();
        for (Category category : Category.values()) {
            Ground ground = groundOf(category, facts, rules);
            if (ground != null) {
                claimed.put(category, ground);
            } else if (exitedBeforeHolding(category, facts, rules)) {
                unproven.add(category);
            }
        }
        Map<Category, Ground> held = new EnumMap<>(claimed);
        boolean hardshipShown = facts.hardship() == HardshipJudgement.PROVEN
                || !facts.procedure().documented().isEmpty()
                || claimed.keySet().stream().anyMatch(category -> provesHardship(category, rules));
        for (Category category : claimed.keySet()) {
            if (!provesHardship(category, rules) && !facts.heldBefore(category) && !hardshipShown) {
                held.remove(category);
                unproven.add(category);
            }
        }
        if (facts.hardship() == HardshipJudgement.NOT_FOUND) {
            unproven.clear();
        }
        return new Holdings(held, List.copyOf(unproven));
    }

    boolean none() {
        return grounds.isEmpty();
    }

    List<Category> categories() {
        return List.copyOf(grounds.keySet());
    }

    List<Category> on(Ground ground) {
        return grounds.keySet().stream().filter(c -> grounds.get(c) == ground).toList();
    }

    private static Ground groundOf(Category category, PupilFacts facts, Parameters rules) {
        if (facts.has(category, Evidence.Standing.CURRENT)) {
            return Ground.LISTED;
        }
        boolean exitAccepted =
                facts.has(category, Evidence.Standing.EXITED) && facts.hardship() == HardshipJudgement.PROVEN;
        if (facts.hasConfirmed(category) || exitAccepted || documented(category, facts, rules)) {
            return Ground.CONFIRMED;
        }
        if (category == Category.SCHOOL_JUDGED && facts.procedure().judged()) {
            return Ground.JUDGED;
        }
        if (category == Category.SCHOOL_JUDGED && facts.procedure().foundNone()) {
            return null;
        }
        if (!facts.heldBefore(category)) {
            return null;
        }
        if (rules.sticky().contains(category) && facts.sameStageAsBefore()) {
            return Ground.STICKY;
        }
        boolean comparable =
                rules.registered().contains(category) && !facts.notCompared().contains(category);
        return comparable || facts.has(category, Evidence.Standing.ENDED) ? null : Ground.KEPT;
    }

    /** Where a register tells, it alone counts (S69); papers count for groups no register tells of. */
    private static boolean documented(Category category, PupilFacts facts, Parameters rules) {
        return facts.procedure().documented().contains(category)
                && !rules.registered().contains(category);
    }

    /** A household that had left poverty before the pupil ever held the benefit: only a person can tell. */
    private static boolean exitedBeforeHolding(Category category, PupilFacts facts, Parameters rules) {
        return rules.sticky().contains(category)
                && facts.has(category, Evidence.Standing.EXITED)
                && !facts.heldBefore(category);
    }

    private static boolean provesHardship(Category category, Parameters rules) {
        return category == Category.SCHOOL_JUDGED || rules.provesByItself(category);
    }
}

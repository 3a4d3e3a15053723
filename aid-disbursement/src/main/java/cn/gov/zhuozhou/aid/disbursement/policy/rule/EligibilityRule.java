package cn.gov.zhuozhou.aid.disbursement.policy.rule;

import java.util.Collections;
import java.util.Set;

/**
 * One way to be entitled to a programme. An empty bound does not narrow.
 *
 * @param boarding true for boarders, false for others, null for both
 * @param levels empty for every level
 * @param categories only read under LISTED_CATEGORIES
 * @param rateKey under which the rate is found
 */
public record EligibilityRule(
        String programme,
        int rank,
        Set<Stage> stages,
        Boolean boarding,
        Integer minGrade,
        Integer maxGrade,
        Set<Level> levels,
        Scope scope,
        Set<String> categories,
        String rateKey,
        Reason reason) {
    public EligibilityRule {
        stages = Set.copyOf(stages);
        levels = Set.copyOf(levels);
        categories = Set.copyOf(categories);
    }

    /** Whom among the identified a rule reaches. */
    public enum Scope {
        ANY_IDENTIFIED,
        FOUR_CATEGORIES,
        LISTED_CATEGORIES
    }

    public boolean holdsFor(PupilSituation pupil) {
        return stages.contains(pupil.stage())
                && (boarding == null || boarding == pupil.boarding())
                && (minGrade == null || pupil.grade() >= minGrade)
                && (maxGrade == null || pupil.grade() <= maxGrade)
                && (levels.isEmpty() || (pupil.level() != null && levels.contains(pupil.level())))
                && reaches(pupil);
    }

    private boolean reaches(PupilSituation pupil) {
        return switch (scope) {
            case ANY_IDENTIFIED -> true;
            case FOUR_CATEGORIES -> pupil.fourCategory();
            case LISTED_CATEGORIES -> !Collections.disjoint(categories, pupil.categories());
        };
    }
}

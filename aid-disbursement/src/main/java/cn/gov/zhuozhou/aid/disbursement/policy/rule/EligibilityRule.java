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
        Narrowing narrowing,
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

    /** Whether it holds as far as the pupil himself goes; whether it does where he lives and learns is the narrowing's. */
    boolean mayHoldFor(PupilSituation pupil) {
        return stages.contains(pupil.stage())
                && (boarding == null || boarding == pupil.boarding())
                && isWithinGrades(pupil.grade())
                && (levels.isEmpty() || (pupil.level() != null && levels.contains(pupil.level())))
                && reaches(pupil)
                && narrowing.mayHold(pupil.circumstances());
    }

    private boolean isWithinGrades(Integer grade) {
        if (grade == null) {
            return minGrade == null && maxGrade == null;
        }
        return (minGrade == null || grade >= minGrade) && (maxGrade == null || grade <= maxGrade);
    }

    private boolean reaches(PupilSituation pupil) {
        return switch (scope) {
            case ANY_IDENTIFIED -> true;
            case FOUR_CATEGORIES -> pupil.fourCategory();
            case LISTED_CATEGORIES -> !Collections.disjoint(categories, pupil.categories());
        };
    }
}

package cn.gov.zhuozhou.aid.disbursement.policy.rule;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * Whether a programme stays beside others, or for such a pupil.
 *
 * @param kept stays where the rule excludes; null for other kinds than PAIR
 * @param dropped falls away; null = any programme
 * @param categories whom a rule of kind CATEGORY is about
 * @param excludes otherwise it says that the pair goes together, which no SAME_WAIVER then denies
 * @param enabled a switched-off rule says nothing
 */
public record CombinationRule(
        String code,
        Kind kind,
        String kept,
        String dropped,
        Set<String> categories,
        boolean excludes,
        boolean enabled,
        Text text,
        String legalBasis) {
    public CombinationRule {
        categories = Set.copyOf(categories);
    }

    /**
     * PAIR names its two programmes; SAME_WAIVER means any two that waive the same fee; PRESENCE is about pupils who are not in
     * school, CATEGORY about special groups.
     */
    public enum Kind {
        PAIR,
        SAME_WAIVER,
        PRESENCE,
        CATEGORY
    }

    boolean removes(Programme candidate, PupilSituation from, Collection<Programme> beside, PolicySet policy) {
        if (!enabled || !excludes) {
            return false;
        }
        return switch (kind) {
            case PAIR ->
                isDropped(candidate)
                        && beside.stream().anyMatch(other -> other.code().equals(kept));
            case SAME_WAIVER ->
                beside.stream().anyMatch(other -> waivesTheSame(other, candidate) && !policy.allows(candidate, other));
            case PRESENCE -> isDropped(candidate) && !from.inSchool();
            case CATEGORY -> isDropped(candidate) && !Collections.disjoint(categories, from.categories());
        };
    }

    boolean allows(Programme one, Programme other) {
        return enabled
                && !excludes
                && kind == Kind.PAIR
                && Set.of(one.code(), other.code()).equals(Set.of(kept, dropped));
    }

    Reason reason() {
        return new Reason("COMBINATION." + code, text.zh(), text.en(), legalBasis);
    }

    private boolean isDropped(Programme candidate) {
        return dropped == null || candidate.code().equals(dropped);
    }

    /** The one with the lower code stays. */
    private static boolean waivesTheSame(Programme stays, Programme falls) {
        return falls.code().compareTo(stays.code()) > 0 && !Collections.disjoint(falls.waives(), stays.waives());
    }
}

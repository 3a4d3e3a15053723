package cn.gov.zhuozhou.aid.disbursement.policy.rule;

import cn.gov.zhuozhou.aid.chassis.Text;

/**
 * Whether two programmes go together for one pupil in one semester.
 *
 * @param kept stays where the rule excludes; null under SAME_WAIVER, which compares every two waivers
 * @param enabled a switched-off rule says nothing
 */
public record CombinationRule(
        String code,
        Kind kind,
        String kept,
        String dropped,
        boolean excludes,
        boolean enabled,
        Text text,
        String legalBasis) {
    /** PAIR names its two programmes; SAME_WAIVER means any two that waive the same fee. */
    public enum Kind {
        PAIR,
        SAME_WAIVER
    }

    boolean removes(Programme candidate, Programme beside) {
        if (!enabled || !excludes) {
            return false;
        }
        return switch (kind) {
            case PAIR -> candidate.code().equals(dropped) && beside.code().equals(kept);
            case SAME_WAIVER ->
                candidate.code().compareTo(beside.code()) > 0
                        && candidate.waives().stream().anyMatch(beside.waives()::contains);
        };
    }

    Reason reason() {
        return new Reason("COMBINATION." + code, text.zh(), text.en(), legalBasis);
    }
}

package cn.gov.zhuozhou.aid.disbursement.coverage;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.PupilSituation;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A pupil identified in force and in school, with what he was granted in the semester.
 *
 * @param against why his aid of the semester waits or ends; null where it goes on
 * @param aidedBefore programmes he was aided by in the semester before
 */
record Claimant(
        UUID studentId,
        String name,
        String schoolCode,
        String schoolName,
        String className,
        PupilSituation situation,
        Reason against,
        List<Granted> awards,
        Set<String> aidedBefore) {
    private static final String REGISTERED_POOR = "REG_POOR";

    /**
     * An award of his; of several of one programme the living one, or the last.
     *
     * @param schoolCode the school that pays it out
     * @param receivedFen what the bank paid of it, and what was kept back because the pupil owes
     * @param waiting why he waits for a place; null where he does not
     */
    record Granted(
            UUID id,
            String programme,
            String schoolCode,
            String state,
            Long amountFen,
            long receivedFen,
            List<Reason> reasons,
            Reason waiting) {
        boolean live() {
            return !"STOPPED".equals(state);
        }
    }

    /** 建档立卡. */
    boolean registeredPoor() {
        return situation.categories().contains(REGISTERED_POOR);
    }
}

package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import java.time.Instant;
import java.util.Set;

/**
 * A set without its rows.
 *
 * @param revision the entity tag; every change of the set or of a row counts it up
 * @param drafters ids of everybody who wrote in it
 */
record PolicyHead(
        String version,
        long revision,
        String nameZh,
        String nameEn,
        Semester effectiveFrom,
        Semester effectiveTo,
        PolicyState state,
        Set<String> fourCategories,
        String basedOn,
        Set<String> drafters,
        Instant draftedAt,
        String approvedBy,
        Instant approvedAt,
        String approvalReason,
        Instant inForceSince) {
    /** How decisions name the set. */
    String label() {
        return version + "/" + revision;
    }
}

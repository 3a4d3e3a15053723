package cn.gov.zhuozhou.aid.disbursement.feereceipt;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Fee;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import java.util.UUID;

/**
 * An award of the pupil in the semester, as a waiver of fees.
 *
 * @param schoolCode the school it was granted for
 * @param amountFen null for a waiver at the school's own charge
 * @param waives what the award's policy set says its programme waives; nothing where it is money
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Waiver(
        UUID awardId,
        String programme,
        String programmeName,
        String schoolCode,
        Long amountFen,
        String state,
        @JsonIgnore Set<Fee> waives,
        @JsonIgnore String document) {
    private static final String ENDED = "STOPPED";

    boolean waives(Fee fee) {
        return !ENDED.equals(state) && waives.contains(fee);
    }
}

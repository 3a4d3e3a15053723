package cn.gov.zhuozhou.aid.disbursement.feereceipt;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Fee;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a school collected of a pupil as one fee; amounts in fen.
 *
 * @param semester the semester the fee is for
 */
record FeeReceipt(
        UUID id,
        String schoolCode,
        UUID studentId,
        Semester semester,
        Fee fee,
        String number,
        long amountFen,
        long refundedFen,
        LocalDate receivedOn,
        String recordedByName,
        Instant recordedAt) {
    /** What the school still has of it. */
    @JsonProperty
    long leftFen() {
        return amountFen - refundedFen;
    }
}

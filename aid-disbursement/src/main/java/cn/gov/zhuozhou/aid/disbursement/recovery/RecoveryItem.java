package cn.gov.zhuozhou.aid.disbursement.recovery;

import cn.gov.zhuozhou.aid.disbursement.recovery.ItemTransitions.Event;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;

/**
 * So much of an award was frozen or paid too much.
 *
 * @param revision counts its steps
 * @param reasons why the award ended or was lowered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecoveryItem(
        UUID id,
        long revision,
        UUID awardId,
        UUID studentId,
        String studentName,
        String schoolCode,
        String semester,
        String programme,
        long amountFen,
        long openFen,
        ItemState state,
        @JsonRawValue String reasons,
        Instant raisedAt,
        Instant changedAt) {
    /**
     * One step of an item.
     *
     * @param amountFen what it takes off what is open
     * @param evidence number of the receipt
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            int seq,
            Event event,
            ItemState toState,
            long amountFen,
            long openFen,
            UUID offsetAwardId,
            String evidence,
            String reason,
            String actor,
            String actorName,
            Instant at) {}
}

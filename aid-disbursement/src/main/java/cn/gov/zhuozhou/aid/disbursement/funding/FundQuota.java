package cn.gov.zhuozhou.aid.disbursement.funding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * How much of a source's money a programme may take in a year, as a document says; the lesser of it and what is there counts.
 *
 * @param appropriatedFen what of it arrived
 * @param takenFen what batches took and did not give back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FundQuota(
        UUID id,
        long revision,
        String source,
        String programme,
        int year,
        long amountFen,
        String documentNo,
        State state,
        long appropriatedFen,
        long takenFen,
        String proposedBy,
        String proposedByName,
        String decidedByName) {
    /** PROPOSED until another person decides; REPLACED once a later one is in force. */
    enum State {
        PROPOSED,
        IN_FORCE,
        REFUSED,
        REPLACED
    }
}

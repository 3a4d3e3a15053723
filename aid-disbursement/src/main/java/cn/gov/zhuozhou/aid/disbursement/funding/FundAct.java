package cn.gov.zhuozhou.aid.disbursement.funding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An act about funds: entered by one person, decided by another, taken back by a reversal only. Amounts in fen.
 *
 * @param year whose money it is; of a carry-over the year that ends
 * @param amountFen of a carry-over what the books show at the end of the year
 * @param reportedFen of a carry-over what was reported
 * @param reason of a carry-over why the two differ
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FundAct(
        UUID id,
        long revision,
        Kind kind,
        String source,
        String programme,
        int year,
        String semester,
        String documentNo,
        LocalDate valueDate,
        long amountFen,
        Long reportedFen,
        String reason,
        State state,
        String enteredBy,
        String enteredByName,
        Instant enteredAt,
        String decidedByName,
        Instant decidedAt,
        UUID transactionId) {
    enum Kind {
        /** Money appropriated to the county arrived. */
        INCOME,
        /** What is left of a year goes on into the next. */
        CARRY_OVER,
        /** What was not spent in time goes back. */
        TREASURY_RETURN
    }

    /** ENTERED becomes CONFIRMED or REFUSED by another person; CONFIRMED becomes REVERSED. Nothing else happens. */
    enum State {
        ENTERED,
        CONFIRMED,
        REFUSED,
        REVERSED
    }
}

package cn.gov.zhuozhou.aid.disbursement.bank;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A return file as it was taken.
 *
 * @param sha256 of the file, which is not kept
 * @param settledFen what the rows that were applied as paid add up to; the others likewise
 * @param waiting rows still to be applied
 */
record BankReturn(
        UUID id,
        String layout,
        String messageId,
        String originalMessageId,
        String sha256,
        String byName,
        Instant at,
        int rows,
        int settled,
        long settledFen,
        int returned,
        long returnedFen,
        int pending,
        int refused,
        int waiting) {
    /**
     * One row and what came of it.
     *
     * @param outcome null where the row could not be read
     * @param result what applying it came to, or why it could not be read; null while it waits
     */
    record Row(
            int row,
            String endToEndId,
            BankResult.Outcome outcome,
            String reason,
            String reasonCode,
            String reasonText,
            Long amountFen,
            LocalDate valueDate,
            String result) {}
}

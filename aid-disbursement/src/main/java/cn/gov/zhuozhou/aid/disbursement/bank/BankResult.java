package cn.gov.zhuozhou.aid.disbursement.bank;

import java.time.LocalDate;

/**
 * What a bank says of one payment.
 *
 * @param reason ours, by the table of reasons; null where paid
 * @param reasonCode the bank's own; null where it gave none
 * @param reasonText what the bank wrote, numbers in it masked
 * @param amountFen null where the bank names none
 * @param valueDate null where the bank names none
 * @param row of the file, from 1
 */
public record BankResult(
        String endToEndId,
        Outcome outcome,
        String reason,
        String reasonCode,
        String reasonText,
        Long amountFen,
        LocalDate valueDate,
        int row) {
    /** What came of it. */
    public enum Outcome {
        SETTLED,
        RETURNED,
        PENDING
    }
}

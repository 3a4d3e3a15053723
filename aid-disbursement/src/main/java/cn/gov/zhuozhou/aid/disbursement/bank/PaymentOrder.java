package cn.gov.zhuozhou.aid.disbursement.bank;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a bank is asked to pay in one file. Count and total are promised before the lines come: a file whose lines differ from them
 * is never handed over.
 *
 * @param fileNumber 1 for the batch's first file; a file once asked for is written again with the same number and the same bytes
 * @param purpose programme and semester, as the payee reads it
 */
public record PaymentOrder(
        UUID batchId,
        int fileNumber,
        PayingUnit payer,
        LocalDate requestedOn,
        Instant createdAt,
        String purpose,
        int lineCount,
        long totalFen) {
    private static final int MOST_FILES = 999;

    public PaymentOrder {
        if (fileNumber < 1 || fileNumber > MOST_FILES) {
            throw new IllegalArgumentException("a batch has files 1 to " + MOST_FILES);
        }
        if (lineCount < 1 || totalFen < 1) {
            throw new IllegalArgumentException("an order pays something");
        }
    }

    /** Identifies the file to the bank, in the 35 characters a message has for it. */
    public String messageId() {
        return "%s%03d".formatted(batchId.toString().replace("-", ""), fileNumber);
    }
}

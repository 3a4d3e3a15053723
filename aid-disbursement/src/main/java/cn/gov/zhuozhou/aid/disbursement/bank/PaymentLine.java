package cn.gov.zhuozhou.aid.disbursement.bank;

import java.util.regex.Pattern;

/**
 * One payment.
 *
 * @param endToEndId identifies the payment on its whole way and back; no retry gets another one
 * @param bankCode twelve digits of the payee's bank (行号), empty where the payee's bank is the payer's own
 * @param purpose programme and semester
 * @param reference token of the pupil, never one of his numbers
 */
public record PaymentLine(
        int sequence,
        String endToEndId,
        String payeeName,
        String accountNumber,
        String bankCode,
        String bankName,
        long amountFen,
        String purpose,
        String reference) {
    private static final Pattern END_TO_END = Pattern.compile("[0-9A-Za-z-]{1,35}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Za-z-]{1,34}");
    private static final Pattern BANK = Pattern.compile("(\\d{12})?");

    public PaymentLine {
        if (sequence < 1 || amountFen < 1) {
            throw new IllegalArgumentException("a line has a place and pays something");
        }
        if (!END_TO_END.matcher(endToEndId).matches()) {
            throw new IllegalArgumentException("an end-to-end identification has 1 to 35 letters and digits");
        }
        if (!ACCOUNT.matcher(accountNumber).matches() || !BANK.matcher(bankCode).matches() || payeeName.isBlank()) {
            throw new IllegalArgumentException("line " + sequence + " has no payable account");
        }
    }

    /** Name and account number stay out of logs. */
    @Override
    public String toString() {
        return "payment line " + sequence + ", " + endToEndId;
    }
}

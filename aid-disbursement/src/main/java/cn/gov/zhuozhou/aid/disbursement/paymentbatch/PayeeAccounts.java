package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

/** The one place that knows where confirmed accounts stand. */
final class PayeeAccounts {
    /** One row for each pupil who can be paid: {@code student_id}, {@code account_id}. */
    static final String PAYABLE = "(select student_id, account_id from payee_payable)";

    /** Pupils whose account waits until the registry is asked again. */
    static final String ASKED_AGAIN =
            "(select student_id from payee_account where state = 'CONFIRMED' and ask_again is not null)";

    private PayeeAccounts() {}
}

package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

/** The one place that knows where confirmed accounts stand. */
final class PayeeAccounts {
    /** One row for each pupil who can be paid: {@code student_id}, {@code account_id}. */
    static final String PAYABLE = "(select student_id, account_id from payee_payable)";

    private PayeeAccounts() {}
}

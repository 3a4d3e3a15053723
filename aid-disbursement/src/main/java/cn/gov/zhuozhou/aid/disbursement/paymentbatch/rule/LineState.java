package cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule;

/** Where one payment stands. */
public enum LineState {
    DRAFT,
    FROZEN,
    SENT,
    SETTLED,
    RETURNED,
    /** Came back and is paid again by another line. */
    REISSUED,
    /** Came back and went back to its sources. */
    WRITTEN_BACK,
    VOID
}

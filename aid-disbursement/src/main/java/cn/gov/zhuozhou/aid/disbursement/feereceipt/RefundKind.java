package cn.gov.zhuozhou.aid.disbursement.feereceipt;

/** What ends a receipt, in part or wholly. */
enum RefundKind {
    /** The whole or a part of the money went back to the pupil. */
    REFUND,
    /** The receipt is void: nothing was taken on it. */
    CANCELLATION
}

package cn.gov.zhuozhou.aid.disbursement.policy.rule;

/** How aid reaches the pupil. Only CASH_CARD is money in his hand. */
public enum Form {
    CASH_CARD,
    FEE_WAIVER,
    IN_KIND,
    RECORD_ONLY,
    LOAN
}

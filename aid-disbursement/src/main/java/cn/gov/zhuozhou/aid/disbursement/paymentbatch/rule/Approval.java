package cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule;

/** Whose approval a batch can need beyond the school's and the central school's. */
public enum Approval {
    COUNTY,
    /** The bureau's finance section. */
    FINANCE,
    LEADERSHIP
}

package cn.gov.zhuozhou.aid.inspection.mirror;

/** What the bank did with a payment; money that arrived may still come back. */
public enum PaymentState {
    SETTLED,
    RETURNED
}

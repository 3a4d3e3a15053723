package cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule;

/** What a person is to a batch; nobody is two of them (DOMAIN §4.2). */
public enum Duty {
    MAKER,
    CHECKER,
    PAYER
}

package cn.gov.zhuozhou.aid.disbursement.policy.rule;

/** Who bears or pays the aid in the end. */
public enum Payer {
    COUNTY,
    PROVINCE,
    CENTRE,
    SCHOOL,
    POVERTY_OFFICE,
    UNIVERSITY,
    DONOR,
    BANK
}

package cn.gov.zhuozhou.aid.disbursement.policy.rule;

/** Whose money aid is paid from. */
public enum FundSource {
    CENTRE,
    PROVINCE,
    CITY,
    COUNTY,
    SCHOOL,
    DONOR
}

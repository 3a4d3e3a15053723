package cn.gov.zhuozhou.aid.disbursement.policy.rule;

/** What time a rate is for. Awards of a semester rest on rates per SEMESTER only. */
public enum Period {
    SEMESTER,
    YEAR,
    ONCE
}

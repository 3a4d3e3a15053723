package cn.gov.zhuozhou.aid.disbursement.policy.rule;

/** Stage of schooling (学段). */
public enum Stage {
    PRESCHOOL,
    PRIMARY,
    JUNIOR,
    SENIOR_HIGH,
    SECONDARY_VOCATIONAL,
    SPECIAL
}

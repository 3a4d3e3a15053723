package cn.gov.zhuozhou.aid.registry.identification.rule;

/** School stage (学段). */
public enum Stage {
    PRESCHOOL,
    PRIMARY,
    JUNIOR,
    SENIOR_HIGH,
    SECONDARY_VOCATIONAL,
    SPECIAL
}

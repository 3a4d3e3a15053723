package cn.gov.zhuozhou.aid.inspection.mirror;

/** 学段, as the registry names it. */
public enum Stage {
    PRESCHOOL,
    PRIMARY,
    JUNIOR,
    SENIOR_HIGH,
    SECONDARY_VOCATIONAL,
    SPECIAL
}

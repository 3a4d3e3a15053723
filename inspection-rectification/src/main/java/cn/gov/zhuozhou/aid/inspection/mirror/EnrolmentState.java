package cn.gov.zhuozhou.aid.inspection.mirror;

/** 学籍状态, as the registry names it. */
public enum EnrolmentState {
    IN_SCHOOL,
    SUSPENDED,
    TRANSFERRED,
    LEFT,
    GRADUATED
}

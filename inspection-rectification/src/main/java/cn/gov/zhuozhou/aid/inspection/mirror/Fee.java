package cn.gov.zhuozhou.aid.inspection.mirror;

/** Fees a school may collect. */
public enum Fee {
    TUITION,
    BOARDING_FEE,
    TEXTBOOKS,
    MISC_FEE
}

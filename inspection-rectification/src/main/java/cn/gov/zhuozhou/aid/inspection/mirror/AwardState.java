package cn.gov.zhuozhou.aid.inspection.mirror;

/** Where an award stands; only a stopped one no longer counts as aid. */
public enum AwardState {
    PROPOSED,
    APPROVED,
    SUSPENDED,
    STOPPED
}

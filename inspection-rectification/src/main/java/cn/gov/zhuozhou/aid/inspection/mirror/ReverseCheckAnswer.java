package cn.gov.zhuozhou.aid.inspection.mirror;

/** Where a person without a pupil record turned out to be. */
public enum ReverseCheckAnswer {
    OUT_OF_AREA,
    OUT_OF_SCHOOL,
    WRONG_NUMBER,
    OVER_AGE,
    NOT_SCHOOL_AGE,
    MOVED,
    DECEASED,
    NOT_FOUND
}

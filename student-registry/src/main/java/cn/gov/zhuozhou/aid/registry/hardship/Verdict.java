package cn.gov.zhuozhou.aid.registry.hardship;

/** What a person says about a case: the row means the pupil, or it does not. */
enum Verdict {
    CONFIRMED,
    REJECTED
}

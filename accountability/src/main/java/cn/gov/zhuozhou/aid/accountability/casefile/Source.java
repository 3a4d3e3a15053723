package cn.gov.zhuozhou.aid.accountability.casefile;

/** What part of the suite told something about a pupil. */
enum Source {
    ELIGIBILITY,
    NOTICE,
    AWARD,
    PAYMENT,
    ASSIGNMENT,
    FINDING
}

package cn.gov.zhuozhou.aid.disbursement.award;

/** Where an award stands. Only APPROVED is paid. */
enum AwardState {
    PROPOSED,
    APPROVED,
    SUSPENDED,
    STOPPED
}

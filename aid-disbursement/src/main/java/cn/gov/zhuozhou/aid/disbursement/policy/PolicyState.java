package cn.gov.zhuozhou.aid.disbursement.policy;

/** Where a policy set stands. Only drafts are written; sets in force decide. */
enum PolicyState {
    DRAFT,
    APPROVED,
    IN_FORCE,
    RETIRED
}

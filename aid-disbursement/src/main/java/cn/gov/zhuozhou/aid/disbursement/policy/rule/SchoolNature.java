package cn.gov.zhuozhou.aid.disbursement.policy.rule;

/** What sort of school it is (办学类型), as the registry tells it. */
public enum SchoolNature {
    CENTRAL_SCHOOL,
    COMPLETE_PRIMARY,
    TEACHING_POINT,
    NINE_YEAR,
    TWELVE_YEAR,
    COMPLETE_SECONDARY,
    KINDERGARTEN,
    VOCATIONAL,
    SPECIAL,
    ORDINARY
}

package cn.gov.zhuozhou.aid.disbursement.policy.rule;

/** Who runs a school (办学性质), as the registry tells it. */
public enum SchoolKind {
    PUBLIC,
    PRIVATE,
    PRIVATE_INCLUSIVE,
    OTHER_DEPARTMENT
}

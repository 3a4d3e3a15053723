package cn.gov.zhuozhou.aid.disbursement.policy.rule;

/** Kind of place a school or a home is in (城区 / 县镇 / 农村). */
public enum Area {
    URBAN,
    COUNTY_TOWN,
    RURAL
}

package cn.gov.zhuozhou.aid.registry.identity;

/** Sex as an identity number tells it. */
public enum Sex {
    MALE,
    FEMALE
}

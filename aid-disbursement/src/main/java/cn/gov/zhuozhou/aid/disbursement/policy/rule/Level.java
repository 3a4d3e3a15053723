package cn.gov.zhuozhou.aid.disbursement.policy.rule;

/** Level of hardship a ruling gave (特别困难 / 困难 / 一般困难). */
public enum Level {
    SEVERE,
    DIFFICULT,
    ORDINARY
}

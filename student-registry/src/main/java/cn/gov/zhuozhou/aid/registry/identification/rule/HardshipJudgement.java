package cn.gov.zhuozhou.aid.registry.identification.rule;

/** What a person found about the family's hardship where a certificate alone does not prove it. */
public enum HardshipJudgement {
    UNDECIDED,
    PROVEN,
    NOT_FOUND
}

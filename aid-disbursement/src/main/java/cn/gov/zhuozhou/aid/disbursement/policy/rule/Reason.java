package cn.gov.zhuozhou.aid.disbursement.policy.rule;

/**
 * Why something was decided: a stable code, the sentence in both languages, and the document it rests on.
 *
 * @param legalBasis title of the document; null where the reason is a fact, not a rule
 */
public record Reason(String code, String zh, String en, String legalBasis) {}

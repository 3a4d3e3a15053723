package cn.gov.zhuozhou.aid.inspection.finding;

/** Why a line stands in the ledger: a stable code, the text people read, and what it rests on. */
public record Reason(String code, String text, String textEn, String legalBasis) {}

package cn.gov.zhuozhou.aid.registry.hardship;

/**
 * Fired inside the transaction that opened, moved or closed cases; their ids stand in its temporary table {@code
 * changed_case(case_id, kind, closed)}.
 */
public record CasesChanged() {}

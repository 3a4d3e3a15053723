package cn.gov.zhuozhou.aid.chassis.tabular;

/** Form of a table file. */
public enum TableKind {
    CSV,
    XLSX
}

package cn.gov.zhuozhou.aid.chassis.tabular;

/**
 * Who took a table out, when and for what.
 *
 * @param firstRow it stands above the header, too; sheets that another system reads may not bear that
 */
public record Watermark(String text, boolean firstRow) {}

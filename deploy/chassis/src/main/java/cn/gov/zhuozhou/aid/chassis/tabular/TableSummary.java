package cn.gov.zhuozhou.aid.chassis.tabular;

/**
 * What was read.
 *
 * @param rows data rows handed over
 * @param passedOver total rows and repeated headers
 */
public record TableSummary(Header header, int rows, int passedOver) {}

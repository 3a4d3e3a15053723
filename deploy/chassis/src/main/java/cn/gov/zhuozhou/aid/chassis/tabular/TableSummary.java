package cn.gov.zhuozhou.aid.chassis.tabular;

/**
 * What was read.
 *
 * @param rows data rows handed over
 * @param passedOver total rows and repeated headers
 */
public record TableSummary(Header header, int rows, int passedOver) {
    /** Of a further sheet; the header stays that of the first. */
    TableSummary and(TableSummary further) {
        return new TableSummary(header, rows + further.rows, passedOver + further.passedOver);
    }
}

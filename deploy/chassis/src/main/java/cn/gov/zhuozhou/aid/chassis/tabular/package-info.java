/**
 * Tables that come and go as files: CSV in the usual encodings and XLSX. Reading streams, so that memory does not grow with the
 * number of rows; what cannot be read is refused as {@link cn.gov.zhuozhou.aid.chassis.tabular.UnreadableTable} with what was
 * expected.
 */
package cn.gov.zhuozhou.aid.chassis.tabular;

/**
 * From a row of a file to a record, source by source: which columns are expected under which headers, how cells are cleaned, what
 * is refused and why. Pure; the same row always gives the same reading.
 */
package cn.gov.zhuozhou.aid.registry.feed.row;

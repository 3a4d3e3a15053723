package cn.gov.zhuozhou.aid.registry.feed;

import java.time.LocalDate;
import java.util.Map;

/**
 * A message from outside: one row of a feed.
 *
 * @param cells by column
 */
record RowMessage(Feed source, LocalDate asOf, boolean ends, Map<String, String> cells) {}

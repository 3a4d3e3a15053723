package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.tabular.RowConsumer;
import java.sql.SQLException;

/** The rows of one delivery, a file's or messages'; may be read any number of times, always in the same order. */
@FunctionalInterface
interface FeedContent {
    void forEach(RowConsumer<SQLException> consumer) throws SQLException;
}

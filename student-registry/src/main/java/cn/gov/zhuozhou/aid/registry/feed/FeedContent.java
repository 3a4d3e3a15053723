package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.registry.feed.row.Wording;
import java.sql.SQLException;
import java.util.function.Supplier;

/** The rows of one delivery, a file's or messages'; may be gone through any number of times, always in the same order. */
@FunctionalInterface
interface FeedContent {
    /** Takes a row. What it says is only read where it is asked for. */
    @FunctionalInterface
    interface Taker {
        void take(Row row, Supplier<Wording.Reading> reading) throws SQLException;
    }

    void forEach(Taker taker) throws SQLException;
}

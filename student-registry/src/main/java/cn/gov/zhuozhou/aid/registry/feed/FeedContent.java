package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.registry.feed.row.Wording;
import java.sql.SQLException;

/**
 * The rows of one delivery, a file's or messages', in their order. They are gone through while they are copied, when nothing else
 * can be asked of the connection.
 */
@FunctionalInterface
interface FeedContent {
    /** Takes a row and what was read in it. */
    @FunctionalInterface
    interface Taker {
        void take(Row row, Wording.Reading reading) throws SQLException;
    }

    void forEach(Taker taker) throws SQLException;
}

package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.registry.feed.row.RowReading;
import java.sql.SQLException;

/** Writes rows of one kind into their staging table: cleaned, numbers indexed and sealed. For one thread. */
sealed interface Stage permits RegisterStage, StudentStage, IdentifiedStage, SchoolStage {
    String table();

    /** Makes the table where the connection lacks it, and empties it. */
    String preparation();

    /** @param ends whether the row tells that what it names has ended */
    void write(BinaryCopy copy, Row row, RowReading reading, boolean ends) throws SQLException;
}

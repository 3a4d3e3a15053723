package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.registry.feed.row.RowReading;
import cn.gov.zhuozhou.aid.registry.feed.row.Wording;
import java.time.LocalDate;

/** A row that came as a message: the line of a file that says the same, and how it was read. */
record MessageRow(Feed source, LocalDate asOf, Row cells, Wording.Reading reading) {
    /** Whom it is about; null where that cannot be read. Personal data. */
    String key() {
        return reading.row() instanceof RowReading.Accepted accepted
                ? accepted.row().key()
                : null;
    }
}

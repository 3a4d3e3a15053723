package cn.gov.zhuozhou.aid.chassis.tabular;

import java.io.IOException;
import java.util.List;

/** Writes one table row by row, in memory that does not grow with the rows. */
public sealed interface TableWriter extends AutoCloseable permits SheetWriter, CsvWriter {
    /** Numbers and dates stay such; everything else is text, made safe against being taken for a formula; null is empty. */
    void row(List<?> cells) throws IOException;

    /** Finishes the table; the stream is not closed. */
    @Override
    void close() throws IOException;
}

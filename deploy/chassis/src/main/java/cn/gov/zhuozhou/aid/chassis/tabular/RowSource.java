package cn.gov.zhuozhou.aid.chassis.tabular;

import java.util.List;

/** A file as one or more tables of raw rows. What cannot be read ends in {@link UnreadableTable}. */
sealed interface RowSource permits CsvSource, XlsxSource {
    /** The tables in it by name, in their order; a text is one without a name. */
    List<String> tables();

    Rows open(int table);

    /** Rows of one table, blank ones left out. */
    interface Rows extends AutoCloseable {
        /** The next row, or null after the last. */
        Row next();

        @Override
        void close();
    }
}

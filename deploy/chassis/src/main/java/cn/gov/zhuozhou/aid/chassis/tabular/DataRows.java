package cn.gov.zhuozhou.aid.chassis.tabular;

/** Hands over what stands below the header. */
final class DataRows {
    private final TableLayout layout;
    private final Header header;
    private final Limits limits;
    private final boolean separated;

    /** Only where a character separates the cells can a stray one shift them. */
    DataRows(TableLayout layout, Header header, Limits limits, TableKind kind) {
        this.layout = layout;
        this.header = header;
        this.limits = limits;
        separated = kind == TableKind.CSV;
    }

    <X extends Exception> TableSummary handOver(RowSource.Rows rows, RowConsumer<X> consumer) throws X {
        int handed = 0;
        int passedOver = 0;
        for (Row raw = rows.next(); raw != null; raw = rows.next()) {
            Row row = header.arrange(raw, separated);
            if (row.cells().equals(header.titles()) || layout.totalRow().test(raw.firstFilled())) {
                passedOver++;
                continue;
            }
            if (++handed > limits.maxRows()) {
                throw UnreadableTable.tooManyRows(limits.maxRows());
            }
            consumer.accept(row);
        }
        return new TableSummary(header, handed, passedOver);
    }
}

package cn.gov.zhuozhou.aid.chassis.tabular;

/** Hands over what stands below the header. */
final class DataRows {
    private final TableLayout layout;
    private final Header header;
    private final Limits limits;

    DataRows(TableLayout layout, Header header, Limits limits) {
        this.layout = layout;
        this.header = header;
        this.limits = limits;
    }

    <X extends Exception> TableSummary handOver(RowSource.Rows rows, RowConsumer<X> consumer) throws X {
        int handed = 0;
        int passedOver = 0;
        for (Row raw = rows.next(); raw != null; raw = rows.next()) {
            Row row = header.arrange(raw);
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

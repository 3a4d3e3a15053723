package cn.gov.zhuozhou.aid.chassis.tabular;

/** What stands below the header, cells in the layout's order. */
final class DataRows {
    private final RowSource.Rows rows;
    private final TableLayout layout;
    private final Header header;
    private final Limits limits;
    private final boolean separated;
    private int handed;
    private int passedOver;

    /** Only where a character separates the cells can a stray one shift them. */
    DataRows(RowSource.Rows rows, TableLayout layout, Header header, Limits limits, TableKind kind) {
        this.rows = rows;
        this.layout = layout;
        this.header = header;
        this.limits = limits;
        separated = kind == TableKind.CSV;
    }

    /** The next row, or null after the last. */
    Row next() {
        for (Row raw = rows.next(); raw != null; raw = rows.next()) {
            Row row = header.arrange(raw, separated);
            if (!row.cells().equals(header.titles()) && !layout.totalRow().test(raw.firstFilled())) {
                if (++handed > limits.maxRows()) {
                    throw UnreadableTable.tooManyRows(limits.maxRows());
                }
                return row;
            }
            passedOver++;
        }
        return null;
    }

    /** Of the rows so far. */
    TableSummary summary() {
        return new TableSummary(header, handed, passedOver);
    }
}

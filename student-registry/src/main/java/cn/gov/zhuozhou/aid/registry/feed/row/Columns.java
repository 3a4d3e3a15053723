package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.TableLayout;
import java.util.List;

/** The columns of a source and where each stands in an arranged row. */
final class Columns {
    private final TableLayout layout;
    private final Column[] columns;

    private Columns(List<Column> columns) {
        layout = new TableLayout(columns, TotalRows::isTotal);
        this.columns = columns.toArray(Column[]::new);
    }

    static Columns of(Column... columns) {
        return new Columns(List.of(columns));
    }

    TableLayout layout() {
        return layout;
    }

    /** Asked for every cell; of so few columns a look at each is quicker than any table. */
    @SuppressWarnings("ReferenceEquality") // two sources may know an equal column at different places
    int positionOf(Column column) {
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] == column) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + column.name());
    }
}

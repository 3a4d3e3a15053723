package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.TableLayout;
import java.util.IdentityHashMap;
import java.util.List;

/** The columns of a source and where each stands in an arranged row. */
final class Columns {
    private final TableLayout layout;
    private final IdentityHashMap<Column, Integer> positions = new IdentityHashMap<>();

    private Columns(List<Column> columns) {
        layout = new TableLayout(columns, TotalRows::isTotal);
        for (int i = 0; i < columns.size(); i++) {
            positions.put(columns.get(i), i);
        }
    }

    static Columns of(Column... columns) {
        return new Columns(List.of(columns));
    }

    TableLayout layout() {
        return layout;
    }

    int positionOf(Column column) {
        return positions.get(column);
    }
}

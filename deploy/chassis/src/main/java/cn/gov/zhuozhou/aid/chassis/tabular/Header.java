package cn.gov.zhuozhou.aid.chassis.tabular;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a table's columns stand.
 *
 * @param line of the header row
 * @param positions per column of the layout its position in the file, -1 where absent
 * @param titles per column of the layout the header as it stands in the file, empty where absent
 * @param width columns of the header row
 */
public record Header(int line, List<Integer> positions, List<String> titles, int width) {
    public Header {
        positions = List.copyOf(positions);
        titles = List.copyOf(titles);
    }

    static Header of(Row row, List<Integer> positions) {
        int width = row.cells().size();
        while (width > 0 && row.cells().get(width - 1).isBlank()) {
            width--;
        }
        return new Header(row.line(), positions, arranged(row, positions), width);
    }

    /** The row's cells in the layout's order. */
    Row arrange(Row raw, boolean separated) {
        return new Row(raw.line(), arranged(raw, positions), separated && goesOnIn(raw));
    }

    private boolean goesOnIn(Row raw) {
        for (int i = width; i < raw.cells().size(); i++) {
            if (!raw.cells().get(i).isBlank()) {
                return true;
            }
        }
        return false;
    }

    private static List<String> arranged(Row row, List<Integer> positions) {
        List<String> cells = new ArrayList<>(positions.size());
        for (int position : positions) {
            cells.add(position < 0 ? "" : row.cell(position));
        }
        return cells;
    }
}

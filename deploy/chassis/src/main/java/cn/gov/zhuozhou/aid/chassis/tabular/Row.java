package cn.gov.zhuozhou.aid.chassis.tabular;

import java.util.List;

/**
 * One row.
 *
 * @param line where it begins in the file, from 1: line of a CSV file, row of a sheet; in the second, third … of several sheets
 *     counted on from {@link #LINES_PER_SHEET}
 * @param cells as displayed, never null; read with a layout they stand in the layout's order, absent ones empty
 * @param surplus filled cells beyond the header of a CSV file: a stray separator may have shifted the row
 */
public record Row(int line, List<String> cells, boolean surplus) {
    /** More than a sheet can have, and a number people can read. */
    public static final int LINES_PER_SHEET = 2_000_000;

    public Row {
        cells = List.copyOf(cells);
    }

    /** The cell, or an empty text where the row is shorter. */
    public String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    Row after(int lines) {
        return lines == 0 ? this : new Row(line + lines, cells, surplus);
    }

    boolean isBlank() {
        return firstFilled().isEmpty();
    }

    /** The first cell with something in it. */
    String firstFilled() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return cell;
            }
        }
        return "";
    }

    /** Says where it is and nothing of what is in it. */
    @Override
    public String toString() {
        return "row at line " + line + " with " + cells.size() + " cells";
    }
}

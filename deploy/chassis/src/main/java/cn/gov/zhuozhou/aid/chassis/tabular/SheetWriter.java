package cn.gov.zhuozhou.aid.chassis.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a workbook of one sheet, row by row, in memory that does not grow with the rows. Text that a spreadsheet would take for
 * a formula is written with a leading apostrophe.
 */
public final class SheetWriter implements AutoCloseable {
    private static final int FLUSH_ROWS = 500;
    private static final int LONGEST_CELL = 32_767;
    private static final String FORMULA_STARTS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    /** The stream is not closed. */
    public SheetWriter(OutputStream out, String sheetName, List<String> header) {
        workbook = new Workbook(out, "student-aid", null);
        sheet = workbook.newWorksheet(sheetName);
        for (int column = 0; column < header.size(); column++) {
            sheet.inlineString(0, column, guarded(header.get(column)));
            sheet.style(0, column).bold().set();
            sheet.width(column, 20);
        }
        sheet.freezePane(0, 1);
        row = 1;
    }

    /** Numbers and dates stay such; everything else is text; null is an empty cell. */
    public void row(List<?> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case null -> {}
                case Number number -> sheet.value(row, column, number);
                case LocalDate date -> sheet.inlineString(row, column, date.toString());
                case Object other -> sheet.inlineString(row, column, guarded(other.toString()));
            }
        }
        if (++row % FLUSH_ROWS == 0) {
            sheet.flush();
        }
    }

    /** Finishes the workbook. */
    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }

    static String guarded(String text) {
        String kept = text.length() < LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - 1);
        return !kept.isEmpty() && FORMULA_STARTS.indexOf(kept.charAt(0)) >= 0 ? "'" + kept : kept;
    }
}

package cn.gov.zhuozhou.aid.chassis.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a workbook row by row, one sheet after the other, in memory that does not grow with the rows. Text that a spreadsheet
 * would take for a formula is written with a leading apostrophe.
 */
public final class SheetWriter implements TableWriter {
    private static final int FLUSH_ROWS = 500;
    private static final int LONGEST_CELL = 32_767;
    private static final int LONGEST_FOOTER = 240;
    private static final String FORMULA_STARTS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private final Workbook workbook;
    private Worksheet sheet;
    private int row;

    /** The stream is not closed. */
    public SheetWriter(OutputStream out, String sheetName, List<String> header) {
        this(out, sheetName, new Watermark("", false), header);
    }

    /** The mark is printed at the foot of every page. */
    public SheetWriter(OutputStream out, String sheetName, Watermark mark, List<String> header) {
        workbook = new Workbook(out, "student-aid", null);
        sheet = workbook.newWorksheet(sheetName);
        if (!mark.text().isEmpty()) {
            sheet.footer(footer(mark.text()), Position.LEFT);
        }
        if (mark.firstRow()) {
            sheet.inlineString(row++, 0, guarded(mark.text()));
        }
        header(header);
    }

    /** Goes on with another sheet. */
    public void sheet(String sheetName, List<String> header) throws IOException {
        sheet.finish();
        sheet = workbook.newWorksheet(sheetName);
        row = 0;
        header(header);
    }

    private void header(List<String> header) {
        for (int column = 0; column < header.size(); column++) {
            sheet.inlineString(row, column, guarded(header.get(column)));
            sheet.style(row, column).bold().set();
            sheet.width(column, 20);
        }
        sheet.freezePane(0, ++row);
    }

    @Override
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

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }

    /** Ampersands begin codes in a footer, and it has room for 255 characters. */
    private static String footer(String text) {
        String plain = text.replace('&', '\uFF06');
        return plain.length() <= LONGEST_FOOTER ? plain : plain.substring(0, LONGEST_FOOTER);
    }

    /** The text of a cell without the apostrophe it was written with. */
    public static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA_STARTS.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    static String guarded(String text) {
        String kept = text.length() < LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - 1);
        return !kept.isEmpty() && FORMULA_STARTS.indexOf(kept.charAt(0)) >= 0 ? "'" + kept : kept;
    }
}

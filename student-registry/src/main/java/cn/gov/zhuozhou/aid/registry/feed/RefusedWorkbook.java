package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.registry.Masked;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The refused rows of a batch as a workbook for those who sent them: line, reasons, cells as they came (as text, never as formula). */
final class RefusedWorkbook {
    private static final int MOST_LINES = 100_000;

    private RefusedWorkbook() {}

    static void write(OutputStream out, List<String> columns, List<FeedRows.Row> rows, boolean reveal)
            throws IOException {
        try (var book = new Workbook(out, "student-registry", "1.0")) {
            Worksheet sheet = book.newWorksheet("退回 Refused");
            List<String> header = new ArrayList<>(List.of("行号 Line", "原因 Reasons"));
            header.addAll(columns);
            writeLine(sheet, 0, header);
            int line = 1;
            for (FeedRows.Row row : rows.subList(0, Math.min(rows.size(), MOST_LINES))) {
                List<String> cells = new ArrayList<>();
                cells.add(row.sheet() == null ? Integer.toString(row.line()) : row.sheet() + " " + row.line());
                cells.add(String.join(
                        "; ", row.reasons().stream().map(RefusalTexts::of).toList()));
                row.cells().forEach(cell -> cells.add(reveal ? cell : Masked.anywhere(cell)));
                writeLine(sheet, line++, cells);
            }
        }
    }

    private static void writeLine(Worksheet sheet, int line, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(line, column, cells.get(column));
        }
    }
}

package cn.gov.zhuozhou.aid.inspection.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the ledger with its usual columns (整改台账). No cell is ever read as a formula. */
final class LedgerWorkbook {
    static final List<String> COLUMNS =
            List.of("序号", "问题", "学生", "来源", "发现日期", "责任单位", "责任人", "整改措施", "整改时限", "完成情况", "销号");

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private LedgerWorkbook() {}

    static void write(List<LedgerLine> lines, LocalDate today, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "student-aid", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("整改台账");
            sheet.value(0, 0, "教育资助问题整改台账（" + today + "）");
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(1, column, COLUMNS.get(column));
            }
            int row = 2;
            for (LedgerLine line : lines) {
                write(sheet, row, line);
                row++;
            }
        }
    }

    private static void write(Worksheet sheet, int row, LedgerLine line) {
        sheet.value(row, 0, line.number());
        List<String> texts = Arrays.asList(
                line.problem(),
                line.pupil(),
                line.source(),
                line.found().toString(),
                line.unit(),
                line.person(),
                line.measures(),
                line.deadline().toString(),
                line.progress(),
                line.closing());
        for (int i = 0; i < texts.size(); i++) {
            sheet.value(row, i + 1, harmless(texts.get(i)));
        }
    }

    /** A text a spreadsheet would take for a formula gets an apostrophe before it. */
    static String harmless(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

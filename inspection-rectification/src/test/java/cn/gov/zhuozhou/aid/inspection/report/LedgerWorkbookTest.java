package cn.gov.zhuozhou.aid.inspection.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class LedgerWorkbookTest {
    @Test
    void theWorkbookHasTheUsualColumnsAndNoFormula() throws IOException {
        // Given
        var line = new LedgerLine(
                7,
                "=HYPERLINK(\"http://x\")",
                "测试学生",
                "数据核查 A04",
                LocalDate.of(2019, 4, 30),
                "测试小学",
                null,
                "@补办申请",
                LocalDate.of(2019, 5, 9),
                "整改中",
                "");
        var out = new ByteArrayOutputStream();

        // When
        LedgerWorkbook.write(List.of(line), LocalDate.of(2019, 5, 1), out);

        // Then
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.get(1).stream().map(cell -> cell.getText()))
                    .containsExactlyElementsOf(LedgerWorkbook.COLUMNS);
            assertThat(rows.get(2).getCellText(1)).isEqualTo("'=HYPERLINK(\"http://x\")");
            assertThat(rows.get(2).getCellText(7)).isEqualTo("'@补办申请");
            assertThat(rows.get(2).getCell(1).getFormula()).isNull();
        }
    }
}

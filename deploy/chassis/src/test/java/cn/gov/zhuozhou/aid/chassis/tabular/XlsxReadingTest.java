package cn.gov.zhuozhou.aid.chassis.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxReadingTest {
    @TempDir
    Path folder;

    @Test
    void theFirstSheetWithTheHeaderIsRead() {
        // Given
        TableFile file = Tables.xlsx(folder, workbook -> {
            Tables.rows(workbook.newWorksheet("说明"), List.of(List.of("填表说明", "编号")));
            Worksheet sheet = workbook.newWorksheet("名单");
            Tables.rows(sheet, List.of(List.of("花名册"), List.of("编号", "姓名"), List.of("1", "张三"), List.of("合计", "1人")));
            sheet.range(0, 0, 0, 1).merge();
        });
        // When
        List<Row> rows = Tables.read(file);
        // Then
        assertThat(rows).extracting(Row::cells).containsExactly(List.of("张三", "1", ""));
        assertThat(rows).extracting(Row::line).containsExactly(3);
    }

    @Test
    void numbersAndDatesAreReadAsTheyAreDisplayed() {
        // Given
        TableFile file = Tables.xlsx(folder, workbook -> {
            Worksheet sheet = workbook.newWorksheet("s");
            sheet.value(0, 0, 201709);
            sheet.value(0, 1, 312.5);
            sheet.value(0, 2, 0.1 + 0.2);
            sheet.value(0, 3, 300.0);
            sheet.value(0, 4, LocalDate.of(2019, 3, 1));
            sheet.style(0, 4).format("yyyy-mm-dd").set();
            sheet.value(0, 5, true);
            sheet.value(0, 6, 13_900_000_000L);
        });
        // When
        List<List<String>> rows = Tables.raw(file);
        // Then
        assertThat(rows).containsExactly(List.of("201709", "312.5", "0.3", "300", "2019-03-01", "TRUE", "13900000000"));
    }

    @Test
    void aNumberThatHasLostItsLastDigitsDoesNotPassForAWholeOne() {
        // Given
        TableFile file = Tables.xlsx(folder, workbook -> {
            Worksheet sheet = workbook.newWorksheet("s");
            sheet.value(0, 0, (double) 999999201401251222L);
            sheet.value(0, 1, 999999201401251000L);
            sheet.value(0, 2, "999999201401251222");
        });
        // When
        List<List<String>> rows = Tables.raw(file);
        // Then
        assertThat(rows).containsExactly(List.of("9.99999E+17", "9.99999E+17", "999999201401251222"));
    }

    @Test
    void memoryDoesNotHoldTheRows() {
        // Given
        int count = 50_000;
        TableFile file = Tables.xlsx(folder, workbook -> {
            Worksheet sheet = workbook.newWorksheet("s");
            Tables.rows(sheet, List.of(List.of("姓名", "编号")));
            for (int i = 1; i <= count; i++) {
                sheet.inlineString(i, 0, "张三");
                sheet.value(i, 1, i);
            }
        });
        // When
        TableSummary summary = file.read(Tables.PEOPLE, row -> {});
        // Then
        assertThat(summary.rows()).isEqualTo(count);
    }
}

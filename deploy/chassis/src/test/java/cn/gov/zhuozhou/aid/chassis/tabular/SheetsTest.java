package cn.gov.zhuozhou.aid.chassis.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.gov.zhuozhou.aid.chassis.tabular.UnreadableTable.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetsTest {
    private static final List<String> HEADER = List.of("姓名", "编号");

    @TempDir
    Path folder;

    @Test
    void ofSeveralSheetsThatFitNoneIsTakenOnTheQuiet() {
        // Given
        TableFile file = Tables.xlsx(folder, SheetsTest::byTown);
        // When
        UnreadableTable refusal =
                catchThrowableOfType(UnreadableTable.class, () -> file.read(Tables.PEOPLE, row -> {}));
        // Then
        assertThat(refusal.reason()).isEqualTo(Reason.SEVERAL_SHEETS);
        assertThat(refusal.text().zh()).contains("东镇、西镇");
    }

    @Test
    void oneIsReadByItsName() {
        // Given
        TableFile file = Tables.xlsx(folder, SheetsTest::byTown);
        // When
        List<String> rows = read(file, file.sheets(Tables.PEOPLE, "西镇"));
        // Then
        assertThat(rows).containsExactly("2 李四", "3 王五");
    }

    @Test
    void allAreReadAndTheLinesTellTheSheet() {
        // Given
        TableFile file = Tables.xlsx(folder, SheetsTest::byTown);
        // When
        List<String> rows = read(file, file.sheets(Tables.PEOPLE, TableFile.ALL_SHEETS));
        // Then
        assertThat(rows).containsExactly("2 张三", "2000002 李四", "2000003 王五");
    }

    @Test
    void anotherNameIsRefusedWithThoseThatFit() {
        // Given
        TableFile file = Tables.xlsx(folder, SheetsTest::byTown);
        // When
        UnreadableTable refusal = catchThrowableOfType(UnreadableTable.class, () -> file.sheets(Tables.PEOPLE, "旧表"));
        // Then
        assertThat(refusal.reason()).isEqualTo(Reason.NO_SUCH_SHEET);
        assertThat(refusal.text().en()).contains("东镇、西镇").doesNotContain("旧表");
    }

    @Test
    void theRowLimitHoldsForAllSheetsTogether() {
        // Given
        Path path = Tables.file(folder, Tables.bytes(SheetsTest::byTown));
        TableFile file = TableFile.open(path, Limits.standard().withMaxRows(2));
        // When
        UnreadableTable refusal = catchThrowableOfType(
                UnreadableTable.class,
                () -> file.read(Tables.PEOPLE, file.sheets(Tables.PEOPLE, TableFile.ALL_SHEETS), row -> {}));
        // Then
        assertThat(refusal.reason()).isEqualTo(Reason.TOO_MANY_ROWS);
    }

    /** Two towns, an empty form, a hidden sheet with the same header and a page of notes. */
    private static void byTown(Workbook workbook) {
        Tables.rows(workbook.newWorksheet("填表说明"), List.of(List.of("说明", "编号")));
        Tables.rows(workbook.newWorksheet("东镇"), List.of(HEADER, List.of("张三", "1")));
        Tables.rows(workbook.newWorksheet("空表"), List.of(HEADER));
        Tables.rows(workbook.newWorksheet("西镇"), List.of(HEADER, List.of("李四", "2"), List.of("王五", "3")));
        var hidden = workbook.newWorksheet("旧表");
        Tables.rows(hidden, List.of(HEADER, List.of("赵六", "4")));
        hidden.setVisibilityState(VisibilityState.HIDDEN);
    }

    private static List<String> read(TableFile file, List<String> sheets) {
        List<String> rows = new ArrayList<>();
        file.read(Tables.PEOPLE, sheets, row -> rows.add(row.line() + " " + row.cell(0)));
        return rows;
    }
}

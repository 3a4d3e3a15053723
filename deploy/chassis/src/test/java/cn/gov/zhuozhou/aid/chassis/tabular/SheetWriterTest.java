package cn.gov.zhuozhou.aid.chassis.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetWriterTest {
    @TempDir
    Path folder;

    @Test
    void whatASpreadsheetWouldTakeForAFormulaIsWrittenAsText() throws IOException {
        // Given
        List<String> dangerous = List.of("=1+1", "+86", "-cmd", "@SUM(A1)", "\tx");
        // When
        List<List<String>> rows = written(dangerous);
        // Then
        assertThat(rows.get(1)).containsExactly("'=1+1", "'+86", "'-cmd", "'@SUM(A1)", "'\tx");
    }

    @Test
    void numbersDatesAndEmptyCellsStayWhatTheyAre() throws IOException {
        // Given
        List<?> cells = Arrays.asList(-5, LocalDate.of(2019, 3, 1), null, "999999201401251222");
        // When
        List<List<String>> rows = written(cells);
        // Then
        assertThat(rows.get(1)).containsExactly("-5", "2019-03-01", "", "999999201401251222");
    }

    @Test
    void thousandsOfRowsAreWrittenPieceByPiece() throws IOException {
        // Given
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // When
        try (SheetWriter sheet = new SheetWriter(out, "s", List.of("a"))) {
            for (int i = 0; i < 2_000; i++) {
                sheet.row(List.of("row " + i));
            }
        }
        // Then
        assertThat(read(out)).hasSize(2_001).last().isEqualTo(List.of("row 1999"));
    }

    @Test
    void theMarkStandsAboveTheHeaderWhereTheSheetBearsIt() throws IOException {
        // Given
        ByteArrayOutputStream bearing = new ByteArrayOutputStream();
        ByteArrayOutputStream bare = new ByteArrayOutputStream();
        // When
        try (SheetWriter first = new SheetWriter(bearing, "s", new Watermark("=某人", true), List.of("a"));
                SheetWriter second = new SheetWriter(bare, "s", new Watermark("某人&单位", false), List.of("a"))) {
            first.row(List.of("x"));
            second.row(List.of("x"));
        }
        // Then
        assertThat(read(bearing)).containsExactly(List.of("'=某人"), List.of("a"), List.of("x"));
        assertThat(read(bare)).containsExactly(List.of("a"), List.of("x"));
    }

    private List<List<String>> written(List<?> cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetWriter sheet = new SheetWriter(out, "拒收", List.of("a", "b", "c", "d", "e"))) {
            sheet.row(cells);
        }
        return read(out);
    }

    private List<List<String>> read(ByteArrayOutputStream out) {
        return Tables.raw(TableFile.open(Tables.file(folder, out.toByteArray()), Limits.standard()));
    }
}

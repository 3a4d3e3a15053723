package cn.gov.zhuozhou.aid.chassis.tabular;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
    void theEncodingIsKnownByTheContent(String charset) {
        // Given
        TableFile file = Tables.csv(folder, "姓名,编号\r\n张三,1\r\n李㐀,2\r\n", Charset.forName(charset));
        // When
        List<List<String>> rows = Tables.cells(file);
        // Then
        assertThat(rows).containsExactly(List.of("张三", "1", ""), List.of("李㐀", "2", ""));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeader() {
        // Given
        TableFile file = Tables.csv(folder, "\uFEFF姓名,编号\n张三,1", UTF_8);
        // When
        List<List<String>> rows = Tables.cells(file);
        // Then
        assertThat(rows).containsExactly(List.of("张三", "1", ""));
        assertThat(file.kind()).isEqualTo(TableKind.CSV);
        assertThat(file.charset()).contains(UTF_8);
    }

    @Test
    void textThatTurnsChineseOnlyFarDownIsStillReadRightly() {
        // Given
        String plain = "a,1\n".repeat(50_000);
        TableFile file = Tables.csv(folder, "x,y\n" + plain + "张三,2\n", GB18030);
        // When
        List<List<String>> rows = Tables.raw(file);
        // Then
        assertThat(rows).hasSize(50_002).last().isEqualTo(List.of("张三", "2"));
    }

    @Test
    void oneDamagedCharacterDoesNotTurnTheWholeTextIntoAnotherEncoding() throws IOException {
        // Given
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("姓名,编号\n张三丰欧阳修司马光诸葛亮上官婉儿,1\n".getBytes(UTF_8));
        bytes.write(0xE5);
        bytes.write(",2\n".getBytes(UTF_8));
        TableFile file = TableFile.open(Tables.file(folder, bytes.toByteArray()), Limits.standard());
        // When
        List<List<String>> rows = Tables.cells(file);
        // Then
        assertThat(rows).containsExactly(List.of("张三丰欧阳修司马光诸葛亮上官婉儿", "1", ""), List.of("\uFFFD", "2", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theSeparatorIsGuessedThoughCellsHoldOthers(String separator) {
        // Given
        TableFile file = Tables.csv(
                folder,
                "名册;说明\n" + String.join(separator, "姓名", "编号", "金额") + "\n" + String.join(separator, "张三", "a|b", "3"),
                UTF_8);
        // When
        List<List<String>> rows = Tables.cells(file);
        // Then
        assertThat(rows).containsExactly(List.of("张三", "a|b", "3"));
    }

    @Test
    void quotedCellsMayHoldSeparatorsQuotesAndLineEnds() {
        // Given
        TableFile file = Tables.csv(folder, "姓名,编号,金额\r\n\"张,三\",\"say \"\"hi\"\"\",\"1\r\n2\"\r\n李四,5,6\r\n", UTF_8);
        // When
        List<Row> rows = Tables.read(file);
        // Then
        assertThat(rows)
                .extracting(Row::cells)
                .containsExactly(List.of("张,三", "say \"hi\"", "1\n2"), List.of("李四", "5", "6"));
        assertThat(rows).extracting(Row::line).containsExactly(2, 4);
    }

    @Test
    void aQuoteNeverClosedCostsItsOwnRowOnly() {
        // Given
        StringBuilder text = new StringBuilder("姓名,编号\n张三,1\n\"李四,2\n");
        for (int i = 3; i <= 100; i++) {
            text.append("王五,").append(i).append('\n');
        }
        // When
        List<Row> rows = Tables.read(Tables.csv(folder, text.toString(), UTF_8));
        // Then
        assertThat(rows).hasSize(100);
        assertThat(rows.get(1).cells()).containsExactly("\"李四", "2", "");
        assertThat(rows).extracting(Row::line).first().isEqualTo(2);
        assertThat(rows).extracting(Row::line).last().isEqualTo(101);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void everyKindOfLineEndIsUnderstood(String end) {
        // Given
        TableFile file = Tables.csv(folder, "姓名,编号" + end + end + "张三,1" + end + "李四,2", UTF_8);
        // When
        List<Row> rows = Tables.read(file);
        // Then
        assertThat(rows).extracting(Row::line).containsExactly(3, 4);
        assertThat(rows).extracting(row -> row.cell(0)).containsExactly("张三", "李四");
    }

    @Test
    void aRowLongerThanTheHeaderIsMarked() {
        // Given
        TableFile file = Tables.csv(folder, "姓名,编号\n张,三,1\n李四,2,,\n", UTF_8);
        // When
        List<Row> rows = Tables.read(file);
        // Then
        assertThat(rows).extracting(Row::surplus).containsExactly(true, false);
    }

    @Test
    void aFileMayBeReadTwice() {
        // Given
        TableFile file = Tables.csv(folder, "姓名,编号\n张三,1\n", UTF_16);
        Header header = file.header(Tables.PEOPLE);
        // When
        TableSummary summary = file.read(Tables.PEOPLE, row -> {});
        // Then
        assertThat(summary).isEqualTo(new TableSummary(header, 1, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16WithoutAMarkIsToldByItsZeros(String charset) {
        // Given
        TableFile file = Tables.csv(folder, "姓名,编号\n张三,1\n".repeat(300), Charset.forName(charset));
        // When
        List<List<String>> rows = Tables.cells(file);
        // Then
        assertThat(rows).hasSize(300).containsOnly(List.of("张三", "1", ""));
    }

    @Test
    void gb2312IsReadAsTheLargerSetThatHoldsIt() {
        // Given
        TableFile file = Tables.csv(folder, "姓名,编号\n张三,1\n", Charset.forName("GB2312"));
        // When
        List<List<String>> rows = Tables.cells(file);
        // Then
        assertThat(rows).containsExactly(List.of("张三", "1", ""));
    }
}

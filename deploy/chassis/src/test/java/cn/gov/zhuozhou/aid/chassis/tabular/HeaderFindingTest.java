package cn.gov.zhuozhou.aid.chassis.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderFindingTest {
    @TempDir
    Path folder;

    @Test
    void titleRowsAboveTheHeaderArePassedOver() {
        // Given
        TableFile file = Tables.csv(folder, "花名册(2019年3月),,\n,,\n制表:民政局,,\n编号,姓名,金额\n1,张三,3\n", UTF_8);
        // When
        TableSummary summary =
                file.read(Tables.PEOPLE, row -> assertThat(row.cells()).containsExactly("张三", "1", "3"));
        // Then
        assertThat(summary.header().line()).isEqualTo(4);
        assertThat(summary.rows()).isEqualTo(1);
    }

    @Test
    void headersAreKnownByAliasAndWithoutDecoration() {
        // Given
        TableFile file = Tables.csv(folder, "成员 姓名*,编　号：,金额(元)\n张三,1,3\n", UTF_8);
        // When
        List<List<String>> rows = Tables.cells(file);
        // Then
        assertThat(rows).containsExactly(List.of("张三", "1", "3"));
    }

    @Test
    void totalRowsAndRepeatedHeadersAreNoRows() {
        // Given
        TableFile file = Tables.csv(folder, "姓名,编号\n张三,1\n姓名,编号\n李四,2\n,合计 2人\n合计,2\n", UTF_8);
        // When
        TableSummary summary = file.read(Tables.PEOPLE, row -> {});
        // Then
        assertThat(summary.rows()).isEqualTo(2);
        assertThat(summary.passedOver()).isEqualTo(3);
    }

    @Test
    void missingColumnsAreNamedBesideTheOnesFound() {
        // Given
        TableFile file = Tables.csv(folder, "姓名,电话\n张三,13900000000\n", UTF_8);
        // When
        UnreadableTable refusal = catchThrowableOfType(UnreadableTable.class, () -> file.header(Tables.PEOPLE));
        // Then
        assertThat(refusal.reason()).isEqualTo(UnreadableTable.Reason.COLUMNS_MISSING);
        assertThat(refusal.text().zh()).contains("缺少列:编号").contains("姓名、电话").doesNotContain("张三");
    }

    @Test
    void aTableWithoutAnyHeaderIsRefusedWithoutShowingItsContent() {
        // Given
        TableFile file = Tables.csv(folder, "张三,999999201401251222\n李四,999999201512170011\n", UTF_8);
        // When
        UnreadableTable refusal = catchThrowableOfType(UnreadableTable.class, () -> file.header(Tables.PEOPLE));
        // Then
        assertThat(refusal.reason()).isEqualTo(UnreadableTable.Reason.COLUMNS_MISSING);
        assertThat(refusal.text().zh()).contains("姓名、编号");
        assertThat(refusal.getMessage() + refusal.text()).doesNotContain("张三").doesNotContain("9999");
    }

    @Test
    void longNumbersInAHeaderRowAreNotShown() {
        // Given
        TableFile file = Tables.csv(folder, "姓名,999999201401251222\n", UTF_8);
        // When
        UnreadableTable refusal = catchThrowableOfType(UnreadableTable.class, () -> file.header(Tables.PEOPLE));
        // Then
        assertThat(refusal.text().zh()).contains("姓名").doesNotContain("99999");
    }
}

package cn.gov.zhuozhou.aid.registry.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.registry.export.ExportState.Occasion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportRulesTest {
    private static final ExportLimit LIMIT = new ExportLimit(LocalDate.EPOCH, 50, 72, 1, "某文件");

    @Test
    void onlyWhatTheTableListsCanHappen() {
        List<String> possible = new ArrayList<>();
        for (ExportState from : ExportState.values()) {
            for (Occasion occasion : Occasion.values()) {
                from.next(occasion).ifPresent(to -> possible.add(from + " " + occasion + " " + to));
            }
        }
        assertThat(possible)
                .containsExactlyInAnyOrder(
                        "REQUESTED APPROVED APPROVED",
                        "REQUESTED REFUSED REFUSED",
                        "REQUESTED ENDED EXPIRED",
                        "APPROVED WRITTEN READY",
                        "APPROVED ENDED EXPIRED",
                        "READY ENDED EXPIRED");
        assertThatThrownBy(() -> ExportState.REFUSED.after(Occasion.APPROVED)).isInstanceOf(ProblemException.class);
    }

    @Test
    void manyPersonsAndFullNumbersNeedAnotherPerson() {
        assertThat(LIMIT.needsApproval(50, false)).isFalse();
        assertThat(LIMIT.needsApproval(51, false)).isTrue();
        assertThat(LIMIT.needsApproval(1, true)).isTrue();
    }

    @Test
    void aCellIsWrittenAsTheLayoutSays() {
        assertThat(column(Field.LEVEL, null, Map.of("SEVERE", "特别困难")).cell("SEVERE"))
                .isEqualTo("特别困难");
        assertThat(column(Field.LEVEL, null, Map.of("SEVERE", "特别困难")).cell("ORDINARY"))
                .isEqualTo("ORDINARY");
        assertThat(column(Field.CATEGORIES, null, Map.of("ORPHAN", "孤儿")).cell(List.of("ORPHAN", "DIBAO_R")))
                .isEqualTo("孤儿、DIBAO_R");
        assertThat(column(Field.SINCE, "yyyyMMdd", null).cell(LocalDate.of(2019, 3, 1)))
                .isEqualTo("20190301");
        assertThat(column(Field.SINCE, null, null).cell(LocalDate.of(2019, 3, 1)))
                .isEqualTo(LocalDate.of(2019, 3, 1));
        assertThat(column(Field.GRADE, null, null).cell(3)).isEqualTo(3);
        assertThat(column(Field.GRADE, null, Map.of("3", "三年级")).cell(3)).isEqualTo("三年级");
        assertThat(column(Field.IDENTITY_NUMBER_MASKED, null, null).cell("999999201401251222"))
                .isEqualTo("**************1222");
        assertThat(column(Field.IDENTITY_NUMBER, null, null).cell("999999201401251222"))
                .isEqualTo("999999201401251222");
        assertThat(column(Field.NAME, null, null).cell(null)).isNull();
        assertThat(new LayoutColumn("国籍", null, "中国", null, null).cell(null)).isEqualTo("中国");
    }

    @Test
    void aLayoutThatCannotBeWrittenIsRefusedWithEveryReason() {
        // Given
        Layout layout = new Layout(
                "a",
                "某表",
                Dataset.NOTICES,
                true,
                false,
                List.of(
                        column(Field.LEVEL, null, null),
                        new LayoutColumn("表头", null, null, null, null),
                        new LayoutColumn("日期", Field.FIRST_DAY, null, "bad pattern", null)),
                "某文件");
        // When
        List<FieldError> faults = layout.faults();
        // Then
        assertThat(faults)
                .extracting(FieldError::code)
                .containsExactly(
                        "FIELD_OF_OTHER_LIST",
                        "HEADER_TWICE",
                        "FIELD_OR_FIXED",
                        "DATE_PATTERN",
                        "FILING_OF_IDENTIFIED");
    }

    @Test
    void fullNumbersAreKnownFromTheColumns() {
        assertThat(layout(Field.STUDENT_NUMBER_MASKED).showsNumbersInFull()).isFalse();
        assertThat(layout(Field.IDENTITY_NUMBER).showsNumbersInFull()).isTrue();
    }

    private static Layout layout(Field field) {
        return new Layout("a", "某表", Dataset.PUPILS, false, true, List.of(column(field, null, null)), "某文件");
    }

    private static LayoutColumn column(Field field, String pattern, Map<String, String> codes) {
        return new LayoutColumn("表头", field, null, pattern, codes);
    }
}

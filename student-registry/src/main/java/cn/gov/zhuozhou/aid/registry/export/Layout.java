package cn.gov.zhuozhou.aid.registry.export;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a sheet looks like.
 *
 * @param filing its sheets are entered into the national system; who was on one is remembered for the checklist
 * @param firstRow the watermark stands above the header, too; a system that reads the sheet may refuse that
 * @param source where the columns come from
 */
record Layout(
        @NotBlank @Pattern(regexp = "[a-z0-9-]{2,40}") String code,
        @NotBlank @Size(max = 60) String name,
        @NotNull Dataset dataset,
        boolean filing,
        boolean firstRow,
        @NotEmpty @Size(max = 100) List<@Valid @NotNull LayoutColumn> columns,
        @NotBlank @Size(max = 300) String source) {
    Layout {
        columns = columns == null ? null : List.copyOf(columns);
    }

    boolean showsNumbersInFull() {
        return columns.stream().anyMatch(LayoutColumn::showsNumberInFull);
    }

    List<String> headers() {
        return columns.stream().map(LayoutColumn::header).toList();
    }

    /** What keeps it from being used. */
    List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            LayoutColumn column = columns.get(i);
            String place = "columns[" + i + "]";
            if (!seen.add(column.header())) {
                faults.add(new FieldError(place, "HEADER_TWICE", Text.of("表头不得重复", "each header once")));
            }
            if ((column.field() == null) == (column.fixed() == null)) {
                faults.add(new FieldError(
                        place, "FIELD_OR_FIXED", Text.of("字段和固定文字须且只能填一项", "either a field or a fixed text")));
            }
            if (column.field() != null && !column.field().isOf(dataset)) {
                faults.add(new FieldError(
                        place, "FIELD_OF_OTHER_LIST", Text.of("该名单没有此字段", "the list does not have this field")));
            }
            if (column.datePattern() != null && !isPattern(column.datePattern())) {
                faults.add(new FieldError(place, "DATE_PATTERN", Text.of("日期格式如 yyyyMMdd", "like yyyyMMdd")));
            }
        }
        if (filing && dataset != Dataset.IDENTIFIED) {
            faults.add(new FieldError(
                    "dataset", "FILING_OF_IDENTIFIED", Text.of("建档备案只用于认定名单", "only identifications are filed")));
        }
        return faults;
    }

    private static boolean isPattern(String pattern) {
        try {
            return !DateTimeFormatter.ofPattern(pattern).format(LocalDate.EPOCH).isBlank();
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }
}

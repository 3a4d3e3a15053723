package cn.gov.zhuozhou.aid.registry.export;

import cn.gov.zhuozhou.aid.registry.Masked;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One column of a sheet: a field, or the same text on every row.
 *
 * @param field null where {@code fixed} stands on every row
 * @param datePattern how dates are written; like 2019-03-01 where none is given
 * @param codes what stands for a value of ours; others stay as they are
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record LayoutColumn(
        @NotBlank @Size(max = 60) String header,
        Field field,
        @Size(max = 60) String fixed,
        @Size(max = 30) String datePattern,
        Map<String, String> codes) {
    LayoutColumn {
        codes = codes == null ? Map.of() : Map.copyOf(codes);
    }

    boolean showsNumberInFull() {
        return field != null && field.kind() == Field.Kind.NUMBER_IN_FULL;
    }

    /** The cell for a value as it is kept, numbers of persons in clear. */
    Object cell(Object value) {
        if (field == null) {
            return fixed;
        }
        return switch (value) {
            case null -> null;
            case List<?> many -> many.stream().map(one -> coded(one.toString())).collect(Collectors.joining("、"));
            case LocalDate date ->
                datePattern == null
                        ? date
                        : DateTimeFormatter.ofPattern(datePattern).format(date);
            case Number number when codes.isEmpty() -> number;
            case Object other ->
                field.kind() == Field.Kind.NUMBER_MASKED ? Masked.number(other.toString()) : coded(other.toString());
        };
    }

    private String coded(String value) {
        return codes.getOrDefault(value, value);
    }
}

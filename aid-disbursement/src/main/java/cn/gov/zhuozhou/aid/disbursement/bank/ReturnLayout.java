package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.chassis.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a bank's return file looks like; data like {@link PaymentLayout}.
 *
 * @param charset of a fixed file; a table's is found out
 * @param datePattern such as {@code yyyyMMdd}; null where no date is given
 * @param notRows a fixed file's line that begins so is no row
 * @param codes whose result and reason codes it speaks
 */
record ReturnLayout(
        @NotBlank @Pattern(regexp = "[a-z0-9.-]{2,40}") String code,
        @NotBlank @Size(max = 60) String name,
        @NotNull Form form,
        @Pattern(regexp = "UTF-8|GB18030") String charset,
        @NotNull Money unit,
        @Size(max = 30) String datePattern,
        List<@NotBlank String> notRows,
        @NotEmpty Map<@NotNull Field, @NotNull @Valid Place> columns,
        @NotBlank @Pattern(regexp = "[A-Z0-9_-]{2,40}") String codes) {
    enum Form {
        /** A workbook or delimited text with a header. */
        TABLE,
        /** The same without a header: columns are counted. */
        PLAIN_TABLE,
        FIXED,
        /** {@code pain.002} or {@code camt.054}. */
        ISO_20022
    }

    enum Field {
        END_TO_END_ID,
        RESULT,
        REASON_CODE,
        REASON_TEXT,
        AMOUNT,
        VALUE_DATE,
        /** Holds 合计 or the like where the row is a total, whose amount then stands in the amount's column. */
        TOTAL_MARK
    }

    /**
     * Where a field stands.
     *
     * @param titles of the column, of a table
     * @param position of the column from 1, of a table without titles
     * @param start first byte from 1, of a fixed file
     * @param width in bytes, of a fixed file
     */
    record Place(
            List<@NotBlank String> titles,
            @Positive Integer position,
            @Positive Integer start,
            @Positive Integer width) {
        static Place titled(String... titles) {
            return new Place(List.of(titles), null, null, null);
        }

        static Place column(int position) {
            return new Place(List.of(), position, null, null);
        }

        static Place bytes(int start, int width) {
            return new Place(List.of(), null, start, width);
        }

        Place {
            titles = titles == null ? List.of() : List.copyOf(titles);
        }
    }

    ReturnLayout {
        notRows = notRows == null ? List.of() : List.copyOf(notRows);
        columns = columns == null ? Map.of() : Map.copyOf(columns);
    }

    /** Why no file can be read with it; empty where one can. */
    List<Text> faults() {
        List<Text> faults = new ArrayList<>();
        if (form == Form.ISO_20022) {
            faults.add(Text.of("该格式由国际标准规定", "this form is laid down by its standard"));
            return faults;
        }
        if (!columns.containsKey(Field.END_TO_END_ID) || !columns.containsKey(Field.RESULT)) {
            faults.add(Text.of("须有端到端标识和结果", "it needs end-to-end id and result"));
        }
        boolean placed = columns.values().stream().allMatch(place -> switch (form) {
            case TABLE -> !place.titles().isEmpty();
            case PLAIN_TABLE -> place.position() != null;
            case FIXED -> place.start() != null && place.width() != null;
            case ISO_20022 -> true;
        });
        if (!placed || (form == Form.FIXED && charset == null)) {
            faults.add(Text.of("字段位置不全", "a field has no place in this form"));
        }
        if (columns.containsKey(Field.VALUE_DATE) && !isDatePattern(datePattern)) {
            faults.add(Text.of("日期格式不正确", "the date's pattern is none"));
        }
        return faults;
    }

    private static boolean isDatePattern(String pattern) {
        try {
            return !Objects.requireNonNullElse(pattern, "").isBlank() && DateTimeFormatter.ofPattern(pattern) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

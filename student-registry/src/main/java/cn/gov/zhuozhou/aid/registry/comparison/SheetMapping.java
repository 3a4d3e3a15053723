package cn.gov.zhuozhou.aid.registry.comparison;

import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableLayout;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.identification.rule.Level;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a sheet of the national system looks like.
 *
 * @param columns the headers a field goes by
 * @param stages what its words for stages mean; levels likewise
 * @param source what it was compared with
 */
record SheetMapping(
        @NotBlank @Pattern(regexp = "[a-z0-9-]{2,40}") String code,
        @NotBlank @Size(max = 60) String name,
        @NotEmpty Map<@NotNull SheetField, @NotEmpty List<@NotBlank String>> columns,
        @NotEmpty Map<String, @NotNull Stage> stages,
        @NotEmpty Map<String, @NotNull Level> levels,
        @NotBlank @Size(max = 300) String source) {
    static final String UNKNOWN = "UNKNOWN";
    private static final Set<String> TOTALS = Set.of("合计", "总计", "小计");

    enum SheetField {
        STUDENT_NUMBER,
        IDENTITY_NUMBER,
        NAME,
        SCHOOL_CODE,
        SCHOOL_NAME,
        STAGE,
        LEVEL
    }

    /**
     * One row of the sheet.
     *
     * @param school its code or else its name, as the sheet has it
     * @param stage {@link #UNKNOWN} where the word has no meaning; level likewise
     */
    record Line(
            int line,
            String studentNumber,
            String identityNumber,
            String name,
            String school,
            String stage,
            String level) {
        boolean readWhole() {
            return !(studentNumber.isEmpty() && identityNumber.isEmpty())
                    && !school.isEmpty()
                    && !UNKNOWN.equals(stage)
                    && !UNKNOWN.equals(level);
        }

        /** Enough to find the row again in the file. */
        String shownName() {
            return name.isEmpty() ? "*" : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
        }

        String shownNumber() {
            return Masked.number(studentNumber.isEmpty() ? identityNumber : studentNumber);
        }
    }

    /** Whether a person and his school can be told from it. */
    boolean tellsWhoAndWhere() {
        return columns.keySet().containsAll(Set.of(SheetField.NAME, SheetField.STAGE, SheetField.LEVEL))
                && (columns.containsKey(SheetField.STUDENT_NUMBER) || columns.containsKey(SheetField.IDENTITY_NUMBER))
                && (columns.containsKey(SheetField.SCHOOL_CODE) || columns.containsKey(SheetField.SCHOOL_NAME));
    }

    TableLayout layout() {
        List<Column> wanted = new ArrayList<>();
        for (SheetField field : SheetField.values()) {
            List<String> headers = columns.get(field);
            if (headers != null) {
                wanted.add(new Column(headers.getFirst(), headers.subList(1, headers.size()), needed(field)));
            }
        }
        return new TableLayout(wanted, TOTALS::contains);
    }

    Line line(Row row) {
        String code = cell(row, SheetField.SCHOOL_CODE);
        return new Line(
                row.line(),
                cell(row, SheetField.STUDENT_NUMBER),
                cell(row, SheetField.IDENTITY_NUMBER),
                cell(row, SheetField.NAME),
                code.isEmpty() ? cell(row, SheetField.SCHOOL_NAME) : code,
                name(stages.get(cell(row, SheetField.STAGE))),
                name(levels.get(cell(row, SheetField.LEVEL))));
    }

    private boolean needed(SheetField field) {
        return switch (field) {
            case NAME, STAGE, LEVEL -> true;
            case STUDENT_NUMBER -> !columns.containsKey(SheetField.IDENTITY_NUMBER);
            case IDENTITY_NUMBER -> !columns.containsKey(SheetField.STUDENT_NUMBER);
            case SCHOOL_CODE -> !columns.containsKey(SheetField.SCHOOL_NAME);
            case SCHOOL_NAME -> !columns.containsKey(SheetField.SCHOOL_CODE);
        };
    }

    private String cell(Row row, SheetField field) {
        if (!columns.containsKey(field)) {
            return "";
        }
        int position = 0;
        for (SheetField earlier : SheetField.values()) {
            if (earlier == field) {
                break;
            }
            position += columns.containsKey(earlier) ? 1 : 0;
        }
        return row.cell(position).strip();
    }

    private static String name(Enum<?> known) {
        return known == null ? UNKNOWN : known.name();
    }
}

package cn.gov.zhuozhou.aid.disbursement.reconciliation;

import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableLayout;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a payment sheet of the national system looks like: one programme of one semester.
 *
 * @param columns the headers a field goes by
 * @param states what its words for states mean
 */
record NationalSheet(
        @NotBlank @Pattern(regexp = "[a-z0-9-]{2,40}") String code,
        @NotBlank @Size(max = 60) String name,
        @NotEmpty Map<@NotNull Field, @NotEmpty List<@NotBlank String>> columns,
        @NotNull Map<String, Entry.@NotNull State> states,
        @NotNull Unit unit,
        @NotBlank @Size(max = 300) String source) {
    enum Field {
        NAME,
        ACCOUNT,
        AMOUNT,
        STATE
    }

    enum Unit {
        YUAN,
        FEN
    }

    /** @param state null where the sheet tells none */
    record Payment(int line, String name, String account, long fen, Entry.State state) {}

    private static final List<Field> FIELDS = List.of(Field.values());
    private static final Set<String> TOTALS = Set.of("合计", "总计", "小计");
    private static final int LONGEST_AMOUNT = 20;

    boolean tellsPayments() {
        return columns.keySet().containsAll(EnumSet.of(Field.NAME, Field.ACCOUNT, Field.AMOUNT));
    }

    TableLayout layout() {
        List<Column> wanted = new ArrayList<>();
        for (Field field : FIELDS) {
            List<String> headers = columns.getOrDefault(field, List.of("状态"));
            wanted.add(new Column(headers.getFirst(), headers.subList(1, headers.size()), field != Field.STATE));
        }
        return new TableLayout(wanted, TOTALS::contains);
    }

    /** Null where the row tells no payment. */
    Payment payment(Row row) {
        String name = cell(row, Field.NAME).replaceAll("[\\s\\u3000]", "");
        String account = cell(row, Field.ACCOUNT).replaceAll("[\\s\\u3000-]", "");
        Entry.State state = states.get(cell(row, Field.STATE).strip());
        Long fen = fen(cell(row, Field.AMOUNT));
        boolean stateKnown = state != null || !columns.containsKey(Field.STATE);
        if (name.isEmpty() || account.isEmpty() || fen == null || !stateKnown) {
            return null;
        }
        return new Payment(row.line(), name, account, fen, state);
    }

    private static String cell(Row row, Field field) {
        return row.cell(FIELDS.indexOf(field));
    }

    private Long fen(String cell) {
        String plain = cell.replaceAll("[,，\\s¥￥元]", "");
        try {
            return plain.length() > LONGEST_AMOUNT
                    ? null
                    : Long.valueOf(new BigDecimal(plain)
                            .movePointRight(unit == Unit.YUAN ? 2 : 0)
                            .longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }
}

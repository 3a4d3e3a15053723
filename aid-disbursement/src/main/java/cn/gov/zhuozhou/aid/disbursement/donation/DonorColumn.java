package cn.gov.zhuozhou.aid.disbursement.donation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What can be shown to a donor of a pupil he helps; which of it is shown is data. Numbers and family are never among it. */
enum DonorColumn {
    /** Tells pupils apart without telling who they are. */
    REFERENCE(p -> p.pairing().substring(p.pairing().length() - 8)),
    SURNAME(p -> p.name().substring(0, p.name().offsetByCodePoints(0, 1)) + "同学"),
    NAME(Helped::name),
    SCHOOL(Helped::school),
    STAGE(Helped::stage),
    GRADE(Helped::grade),
    PERIOD(p -> p.from() + (p.to() == null ? " –" : " – " + p.to())),
    AMOUNT(Helped::amountFen);

    /** A pupil paired with a donor. */
    record Helped(
            String pairing,
            String name,
            String school,
            String stage,
            int grade,
            String from,
            String to,
            long amountFen) {}

    private final Function<Helped, Object> value;

    DonorColumn(Function<Helped, Object> value) {
        this.value = value;
    }

    /** A pupil in the columns that are shown, by their names in lower case. */
    static Map<String, Object> shown(Helped pupil, Collection<DonorColumn> columns) {
        Map<String, Object> row = new LinkedHashMap<>();
        Set.copyOf(columns).stream()
                .sorted()
                .forEach(column -> row.put(column.name().toLowerCase(Locale.ROOT), column.value.apply(pupil)));
        return row;
    }
}

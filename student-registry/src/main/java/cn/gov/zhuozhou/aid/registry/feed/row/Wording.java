package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableLayout;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one provider writes: under which headers his columns stand and which words stand for which code. Compiled once per file.
 * What has no words here keeps those it was delivered with.
 */
public final class Wording {
    /** Of a list of changes; stands behind the format's own columns. */
    private static final Column CHANGE = Column.optional("变动类型", "变动情况", "变更类型", "变动", "异动类型", "增减类型");

    /** A row as it was read. */
    public record Reading(RowReading row, boolean ends) {}

    private final RowFormat format;
    private final boolean changes;
    private final TableLayout layout;
    private final IdentityHashMap<CodeTable<?>, CodeTable<?>> words = new IdentityHashMap<>();

    private Wording(
            RowFormat format,
            boolean changes,
            Map<String, List<String>> headers,
            Map<String, Map<String, List<String>>> words) {
        this.format = format;
        this.changes = changes;
        List<Column> columns = new ArrayList<>();
        for (Column column : columns(format, changes)) {
            List<String> known = headers.getOrDefault(column.name(), column.aliases());
            columns.add(new Column(column.name(), known, column.required()));
        }
        layout = new TableLayout(columns, format.layout().totalRow());
        codes(format).forEach((name, table) -> {
            Map<String, List<String>> known = words.get(name);
            this.words.put(table, known == null ? table : table.reworded(known));
        });
    }

    /** As the suite is delivered. */
    public static Wording delivered(FeedSource source) {
        return of(source, false, Map.of(), Map.of());
    }

    /**
     * A provider's own.
     *
     * @param changes whether the file lists changes, so that a row may say of what kind it is
     * @param headers by column
     * @param words by code set and code
     */
    public static Wording of(
            FeedSource source,
            boolean changes,
            Map<String, List<String>> headers,
            Map<String, Map<String, List<String>>> words) {
        return new Wording(RowFormat.of(source), changes, headers, words);
    }

    /** The headers a source's columns are delivered with. */
    public static Map<String, List<String>> deliveredHeaders(FeedSource source) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        columns(RowFormat.of(source), true).forEach(column -> headers.put(column.name(), column.aliases()));
        return headers;
    }

    /** The words a source's codes are delivered with, by code set and code. */
    public static Map<String, Map<String, List<String>>> deliveredWords(FeedSource source) {
        Map<String, Map<String, List<String>>> words = new LinkedHashMap<>();
        codes(RowFormat.of(source)).forEach((name, table) -> words.put(name, table.words()));
        return words;
    }

    /** A word of a code as it is compared. */
    public static String plainWord(String word) {
        return CodeTable.plain(word);
    }

    public TableLayout layout() {
        return layout;
    }

    /** A row from values by column, as a message carries them; absent ones are empty. */
    public Row row(int line, Map<String, String> values) {
        return new Row(line, format.row(values).cells(), false);
    }

    /** Reads a row whose cells stand in the layout's order; the same row always gives the same reading. */
    public Reading read(Row row) {
        RowReading reading = format.read(row, this);
        String said = changes ? row.cell(layout.columns().size() - 1) : "";
        if (said.isBlank()) {
            return new Reading(reading, false);
        }
        Optional<RowChange> change = words(Codes.CHANGE).find(said);
        return change.isPresent()
                ? new Reading(reading, change.get() == RowChange.ENDED)
                : new Reading(refused(reading), false);
    }

    @SuppressWarnings("unchecked") // a table is kept with its own rewording
    <T> CodeTable<T> words(CodeTable<T> set) {
        CodeTable<?> known = words.get(set);
        if (known == null) {
            throw new IllegalStateException("the format reads a code set it does not name in codes()");
        }
        return (CodeTable<T>) known;
    }

    /** What a row is not understood to say must not be guessed: taken for a grant, an end would be missed. */
    private static RowReading refused(RowReading reading) {
        RowNote unknown = new RowNote(RowCode.VALUE_UNKNOWN, CHANGE.name());
        return switch (reading) {
            case RowReading.Accepted accepted
            when accepted.row() instanceof RegisterRow person ->
                new RowReading.Refused(
                        List.of(unknown),
                        person.householdNo(),
                        person.head(),
                        person.relation().maybeChild(),
                        new RowReading.NamedPerson(
                                person.memberName(), person.member().value()));
            case RowReading.Accepted accepted ->
                new RowReading.Refused(List.of(unknown), "", null, false, RowReading.NamedPerson.NOBODY);
            case RowReading.Refused refused -> {
                List<RowNote> reasons = new ArrayList<>(refused.reasons());
                reasons.add(unknown);
                yield new RowReading.Refused(
                        reasons, refused.householdNo(), refused.head(), refused.maybeChild(), refused.person());
            }
        };
    }

    private static List<Column> columns(RowFormat format, boolean changes) {
        List<Column> columns = new ArrayList<>(format.layout().columns());
        if (changes) {
            columns.add(CHANGE);
        }
        return columns;
    }

    private static Map<String, CodeTable<?>> codes(RowFormat format) {
        List<CodeTable<?>> used = new ArrayList<>(format.codes());
        used.add(Codes.CHANGE);
        Map<String, CodeTable<?>> codes = new LinkedHashMap<>();
        for (CodeTable<?> table : used) {
            Codes.ALL.forEach((name, known) -> {
                if (known == table) {
                    codes.put(name, table);
                }
            });
        }
        return codes;
    }
}

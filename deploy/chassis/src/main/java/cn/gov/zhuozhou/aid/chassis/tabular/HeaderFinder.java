package cn.gov.zhuozhou.aid.chassis.tabular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the header row among the first rows of a table, whatever title rows stand above it. Spaces, width of characters, a
 * trailing star or colon and remarks in brackets make no difference. A header given for one column wins over the own name of
 * another.
 */
final class HeaderFinder {
    /** So many filled rows are looked at. */
    static final int ROWS = 10;

    private static final Pattern REMARK = Pattern.compile("\\([^()]*\\)$");

    private final List<Column> columns;
    private final Map<String, Integer> known = new HashMap<>();
    private Row best;
    private List<Integer> bestPositions = List.of();
    private long bestHits;
    private int seen;

    HeaderFinder(TableLayout layout) {
        columns = layout.columns();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            columns.get(i).aliases().forEach(alias -> known.putIfAbsent(Column.plain(alias), column));
        }
        for (int i = 0; i < columns.size(); i++) {
            known.putIfAbsent(Column.plain(columns.get(i).name()), i);
        }
    }

    /** Reads up to the header, so that the data rows come next; empty if it is not among the first rows. */
    Optional<Header> find(RowSource.Rows rows) {
        for (Row row = rows.next(); row != null; row = rows.next()) {
            seen++;
            Optional<Header> header = look(row);
            if (header.isPresent() || seen == ROWS) {
                return header;
            }
        }
        return Optional.empty();
    }

    private Optional<Header> look(Row row) {
        List<Integer> positions = positionsIn(row);
        long hits = positions.stream().filter(p -> p >= 0).count();
        if (hits > bestHits) {
            best = row;
            bestPositions = positions;
            bestHits = hits;
        }
        return missing(positions).isEmpty() ? Optional.of(Header.of(row, positions)) : Optional.empty();
    }

    /** No header was among the rows looked at. */
    UnreadableTable notFound() {
        if (best == null) {
            return UnreadableTable.noHeader(
                    columns.stream().filter(Column::required).map(Column::name).toList());
        }
        List<String> found =
                best.cells().stream().filter(cell -> !cell.isBlank()).toList();
        return UnreadableTable.columnsMissing(missing(bestPositions), found);
    }

    /** Of several sheets the one that looks most like the table is spoken of. */
    boolean cameCloserThan(UnreadableTable earlier) {
        return bestHits > 0 || (seen > 0 && earlier.reason() == UnreadableTable.Reason.EMPTY_FILE);
    }

    private List<Integer> positionsIn(Row row) {
        Integer[] positions = new Integer[columns.size()];
        Arrays.fill(positions, -1);
        for (int i = 0; i < row.cells().size(); i++) {
            Integer column = columnOf(row.cells().get(i));
            if (column != null && positions[column] < 0) {
                positions[column] = i;
            }
        }
        return List.of(positions);
    }

    private Integer columnOf(String cell) {
        String plain = Column.plain(cell);
        Integer column = known.get(plain);
        return column != null ? column : known.get(REMARK.matcher(plain).replaceFirst(""));
    }

    private List<String> missing(List<Integer> positions) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).required() && positions.get(i) < 0) {
                missing.add(columns.get(i).name());
            }
        }
        return missing;
    }
}

package cn.gov.zhuozhou.aid.chassis.tabular;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a CSV text. A quote that is opened and never closed costs the row it stands in and nothing after it: past a few lines
 * the quote is taken as an ordinary character and the lines behind it are read again.
 */
final class CsvRows implements RowSource.Rows {
    private static final int LINES_PER_ROW = 20;

    private final Reader reader;
    private final CsvLines lines;
    private final CsvSplitter splitter;
    private final Limits limits;
    private final Deque<String> putBack = new ArrayDeque<>();
    private int line;

    CsvRows(Reader reader, char separator, Limits limits) {
        this.reader = reader;
        this.limits = limits;
        lines = new CsvLines(reader, limits.maxCellChars() * 4);
        splitter = new CsvSplitter(separator);
    }

    @Override
    public Row next() {
        try {
            for (String text = nextLine(); text != null; text = nextLine()) {
                int begin = line;
                Row row = new Row(begin, bounded(cellsFrom(text)), false);
                if (!row.isBlank()) {
                    return row;
                }
            }
            return null;
        } catch (IOException e) {
            throw UnreadableTable.broken();
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw UnreadableTable.broken();
        }
    }

    private List<String> cellsFrom(String first) throws IOException {
        if (first.indexOf('"') < 0) {
            return splitter.splitPlainly(first);
        }
        Optional<List<String>> cells = splitter.split(first);
        Deque<String> more = new ArrayDeque<>();
        StringBuilder text = new StringBuilder(first);
        while (cells.isEmpty()) {
            String further = more.size() < LINES_PER_ROW ? nextLine() : null;
            if (further == null) {
                more.descendingIterator().forEachRemaining(putBack::push);
                line -= more.size();
                return splitter.splitPlainly(first);
            }
            more.add(further);
            cells = splitter.split(text.append('\n').append(further).toString());
        }
        return cells.get();
    }

    private String nextLine() throws IOException {
        String next = putBack.isEmpty() ? lines.next() : putBack.pop();
        if (next != null) {
            line++;
        }
        return next;
    }

    private List<String> bounded(List<String> cells) {
        if (cells.size() > limits.maxColumns()) {
            throw UnreadableTable.tooManyColumns(limits.maxColumns());
        }
        return cells;
    }
}

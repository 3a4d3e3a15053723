package cn.gov.zhuozhou.aid.chassis.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a record into cells as RFC 4180 says. A quote in the middle of an unquoted cell is an ordinary character. */
final class CsvSplitter {
    private final char separator;

    CsvSplitter(char separator) {
        this.separator = separator;
    }

    /** The cells, or empty while a quoted cell is still open at the end of the text. */
    Optional<List<String>> split(String text) {
        List<String> cells = new ArrayList<>();
        int position = 0;
        while (true) {
            if (position < text.length() && text.charAt(position) == '"') {
                StringBuilder cell = new StringBuilder();
                position = quoted(text, position + 1, cell);
                if (position < 0) {
                    return Optional.empty();
                }
                int end = end(text, position);
                cells.add(cell.append(text, position, end).toString());
                position = end;
            } else {
                int end = end(text, position);
                cells.add(text.substring(position, end));
                position = end;
            }
            if (position >= text.length()) {
                return Optional.of(cells);
            }
            position++;
        }
    }

    /** The cells with every quote taken as an ordinary character: for a line with a stray one. */
    List<String> splitPlainly(String line) {
        List<String> cells = new ArrayList<>();
        int position = 0;
        for (int end = end(line, 0); end < line.length(); end = end(line, position)) {
            cells.add(line.substring(position, end));
            position = end + 1;
        }
        cells.add(line.substring(position));
        return cells;
    }

    private int end(String text, int from) {
        int end = text.indexOf(separator, from);
        return end < 0 ? text.length() : end;
    }

    /** Reads up to the closing quote; returns the position after it, or -1. */
    private static int quoted(String text, int from, StringBuilder cell) {
        int position = from;
        while (true) {
            int quote = text.indexOf('"', position);
            if (quote < 0) {
                return -1;
            }
            cell.append(text, position, quote);
            if (quote + 1 >= text.length() || text.charAt(quote + 1) != '"') {
                return quote + 1;
            }
            cell.append('"');
            position = quote + 2;
        }
    }
}

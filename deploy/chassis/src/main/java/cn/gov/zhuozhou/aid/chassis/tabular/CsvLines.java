package cn.gov.zhuozhou.aid.chassis.tabular;

import java.io.IOException;
import java.io.Reader;

/** The physical lines of a text, ended by LF, CR or CRLF, none longer than allowed. */
final class CsvLines {
    private final Reader reader;
    private final int longest;
    private final char[] buffer = new char[1 << 15];
    private final StringBuilder carried = new StringBuilder();
    private int position;
    private int filled;
    private boolean afterReturn;

    CsvLines(Reader reader, int longest) {
        this.reader = reader;
        this.longest = longest;
    }

    /** The next line without its end, or null after the last. */
    String next() throws IOException {
        carried.setLength(0);
        boolean any = false;
        while (fill()) {
            if (afterReturn) {
                afterReturn = false;
                if (buffer[position] == '\n') {
                    position++;
                    continue;
                }
            }
            any = true;
            int start = position;
            while (position < filled && buffer[position] != '\n' && buffer[position] != '\r') {
                position++;
            }
            if (carried.length() + position - start > longest) {
                throw UnreadableTable.broken();
            }
            if (position < filled) {
                afterReturn = buffer[position] == '\r';
                String line = finished(start);
                position++;
                return line;
            }
            carried.append(buffer, start, position - start);
        }
        return any ? carried.toString() : null;
    }

    private String finished(int start) {
        if (carried.isEmpty()) {
            return new String(buffer, start, position - start);
        }
        return carried.append(buffer, start, position - start).toString();
    }

    private boolean fill() throws IOException {
        while (position == filled) {
            int read = reader.read(buffer);
            if (read < 0) {
                return false;
            }
            position = 0;
            filled = read;
        }
        return true;
    }
}

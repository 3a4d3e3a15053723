package cn.gov.zhuozhou.aid.chassis.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;

/** Writes CSV (RFC 4180) that spreadsheets open as it is: UTF-8 with a byte order mark, or another charset such as GB18030. */
public final class CsvWriter implements TableWriter {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer out;

    /** @param mark where it stands in no row, it is told by the file's name only */
    public CsvWriter(OutputStream stream, Charset charset, Watermark mark, List<String> header) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(stream, charset));
        if (charset.equals(UTF_8)) {
            out.write(BYTE_ORDER_MARK);
        }
        if (mark.firstRow()) {
            row(List.of(mark.text()));
        }
        row(header);
    }

    @Override
    public void row(List<?> cells) throws IOException {
        String separator = "";
        for (Object cell : cells) {
            out.write(separator);
            out.write(written(cell));
            separator = ",";
        }
        out.write("\r\n");
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    private static String written(Object cell) {
        return switch (cell) {
            case null -> "";
            case Number number -> number.toString();
            case LocalDate date -> date.toString();
            case Object other -> quoted(SheetWriter.guarded(other.toString()));
        };
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

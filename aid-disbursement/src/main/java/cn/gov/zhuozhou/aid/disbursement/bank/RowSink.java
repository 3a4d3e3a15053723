package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.chassis.tabular.SheetWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.List;

/** Rows of checked cells on their way into one form of file. */
sealed interface RowSink extends AutoCloseable permits RowSink.Lines, RowSink.Sheet, MessageSink {
    /** What stands once, before the lines. */
    void header(List<?> cells) throws IOException;

    void row(List<?> cells) throws IOException;

    /** Finishes the file; the stream is not closed. */
    @Override
    void close() throws IOException;

    static RowSink of(PaymentLayout layout, OutputStream out) throws IOException {
        return switch (layout.form()) {
            case FIXED -> Lines.of(layout, "", out);
            case DELIMITED -> Lines.of(layout, layout.separator(), out);
            case XLSX -> new Sheet(new SheetWriter(out, "Sheet1", layout.lineTitles()));
            case XML, PAIN_001 -> new MessageSink(layout, out);
        };
    }

    /** Lines of text. */
    record Lines(String separator, Writer out) implements RowSink {
        private static Lines of(PaymentLayout layout, String separator, OutputStream out) {
            return new Lines(
                    separator, new BufferedWriter(new OutputStreamWriter(out, Charset.forName(layout.charset()))));
        }

        @Override
        public void header(List<?> cells) throws IOException {
            row(cells);
        }

        @Override
        public void row(List<?> cells) throws IOException {
            String before = "";
            for (Object cell : cells) {
                out.write(before);
                out.write(cell.toString());
                before = separator;
            }
            out.write("\r\n");
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }

    /** A workbook of one sheet; its titles stand already. */
    record Sheet(SheetWriter sheet) implements RowSink {
        @Override
        public void header(List<?> cells) throws IOException {
            sheet.row(cells);
        }

        @Override
        public void row(List<?> cells) throws IOException {
            sheet.row(cells);
        }

        @Override
        public void close() throws IOException {
            sheet.close();
        }
    }
}

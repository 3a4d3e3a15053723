package cn.gov.zhuozhou.aid.disbursement.bank;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes an order's file in a layout, line by line, in memory that does not grow with the lines. Throws {@link UnwritableLines}
 * after the last line where some cannot be written; what was written until then is to be thrown away.
 */
final class PaymentFile {
    private PaymentFile() {}

    /** The stream is not closed. */
    static void write(PaymentLayout layout, PaymentOrder order, PaymentLines lines, OutputStream out)
            throws IOException {
        if (layout.form() == PaymentLayout.Form.PAIN_001) {
            Pain001.write(order, lines, out);
            return;
        }
        var promise = new Promise(order);
        var cells = new CellTexts(layout);
        Fields ofOrder = Fields.of(order, layout.unit());
        try (RowSink sink = RowSink.of(layout, out)) {
            if (!layout.header().isEmpty()) {
                sink.header(cells.of(layout.header(), ofOrder));
            }
            if (layout.titles() && layout.form() == PaymentLayout.Form.DELIMITED) {
                sink.header(layout.lineTitles());
            }
            lines.forEach(line -> {
                promise.count(line);
                sink.row(cells.of(layout.line(), ofOrder.with(line)));
            });
            if (!layout.trailer().isEmpty()) {
                sink.row(cells.of(layout.trailer(), ofOrder));
            }
        }
        promise.keep();
        cells.orThrow();
    }
}

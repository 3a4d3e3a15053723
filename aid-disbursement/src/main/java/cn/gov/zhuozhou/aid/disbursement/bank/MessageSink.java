package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.disbursement.bank.PaymentLayout.Cell;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** An XML message whose elements are named by the layout; empty cells make no element. */
final class MessageSink implements RowSink {
    private final PaymentLayout layout;
    private final Xml xml;

    MessageSink(PaymentLayout layout, OutputStream out) throws IOException {
        this.layout = layout;
        xml = new Xml(out, layout.xml().namespace());
        xml.start("Document").start(layout.xml().root());
    }

    @Override
    public void header(List<?> cells) throws IOException {
        element(layout.xml().header(), layout.header(), cells);
    }

    @Override
    public void row(List<?> cells) throws IOException {
        element(layout.xml().line(), layout.line(), cells);
    }

    @Override
    public void close() throws IOException {
        xml.end().end().close();
    }

    private void element(String name, List<Cell> columns, List<?> cells) throws IOException {
        xml.start(name);
        List<String> open = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String text = cells.get(i).toString();
            if (text.isEmpty()) {
                continue;
            }
            List<String> path = List.of(columns.get(i).title().split("/"));
            List<String> around = path.subList(0, path.size() - 1);
            int shared = shared(open, around);
            for (; open.size() > shared; open.removeLast()) {
                xml.end();
            }
            for (String further : around.subList(shared, around.size())) {
                xml.start(further);
                open.add(further);
            }
            xml.text(path.getLast(), text);
        }
        for (int i = 0; i < open.size(); i++) {
            xml.end();
        }
        xml.end();
    }

    private static int shared(List<String> one, List<String> other) {
        int shared = 0;
        while (shared < one.size() && shared < other.size() && one.get(shared).equals(other.get(shared))) {
            shared++;
        }
        return shared;
    }
}

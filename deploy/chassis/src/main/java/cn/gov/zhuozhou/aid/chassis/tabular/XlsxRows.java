package cn.gov.zhuozhou.aid.chassis.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;

/** Rows of a sheet, cells as a person sees them. */
final class XlsxRows implements RowSource.Rows {
    private final ReadableWorkbook workbook;
    private final Limits limits;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final XlsxCellText cellText;

    XlsxRows(ReadableWorkbook workbook, Sheet sheet, Limits limits) throws IOException {
        this.workbook = workbook;
        this.limits = limits;
        stream = sheet.openStream();
        rows = stream.iterator();
        cellText = new XlsxCellText();
    }

    @Override
    public Row next() {
        try {
            while (rows.hasNext()) {
                Row row = displayed(rows.next());
                if (!row.isBlank()) {
                    return row;
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw readable(e);
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
            workbook.close();
        } catch (IOException | RuntimeException e) {
            throw readable(e);
        }
    }

    private Row displayed(org.dhatim.fastexcel.reader.Row raw) {
        int width = raw.getCellCount();
        List<String> cells = new ArrayList<>(Math.min(width, limits.maxColumns()));
        for (int i = 0; i < width; i++) {
            String text = cellText.of(raw.hasCell(i) ? raw.getCell(i) : null);
            if (i < limits.maxColumns()) {
                cells.add(text);
            } else if (!text.isBlank()) {
                throw UnreadableTable.tooManyColumns(limits.maxColumns());
            }
        }
        return new Row(raw.getRowNum(), cells, false);
    }

    /** What the library throws at a damaged workbook is of many types and may quote a cell. */
    static UnreadableTable readable(Exception e) {
        return e instanceof UnreadableTable known ? known : UnreadableTable.broken();
    }
}

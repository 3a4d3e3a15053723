package cn.gov.zhuozhou.aid.chassis.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A workbook; its visible sheets are the tables, in their order. */
record XlsxSource(Path file, Limits limits) implements RowSource {
    @Override
    public List<String> tables() {
        try (ReadableWorkbook workbook = workbook()) {
            return visible(workbook).stream().map(Sheet::getName).toList();
        } catch (IOException | RuntimeException e) {
            throw XlsxRows.readable(e);
        }
    }

    @Override
    public Rows open(int table) {
        try {
            ReadableWorkbook workbook = workbook();
            List<Sheet> sheets = visible(workbook);
            if (table >= sheets.size()) {
                workbook.close();
                throw UnreadableTable.empty();
            }
            return new XlsxRows(workbook, sheets.get(table), limits);
        } catch (IOException | RuntimeException e) {
            throw XlsxRows.readable(e);
        }
    }

    private ReadableWorkbook workbook() throws IOException {
        return new ReadableWorkbook(file.toFile(), new ReadingOptions(hasStyles(), true));
    }

    /** Workbooks made by programs may have none, and the library fails when asked for the formats in them. */
    private boolean hasStyles() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry types = zip.getEntry("[Content_Types].xml");
            return types != null
                    && new String(zip.getInputStream(types).readAllBytes(), UTF_8).contains("spreadsheetml.styles+xml");
        }
    }

    private static List<Sheet> visible(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
    }
}

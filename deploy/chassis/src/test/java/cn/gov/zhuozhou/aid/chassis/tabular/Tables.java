package cn.gov.zhuozhou.aid.chassis.tabular;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Files for the tests of this package. */
final class Tables {
    static final TableLayout PEOPLE = new TableLayout(
            List.of(Column.required("姓名", "成员姓名"), Column.required("编号"), Column.optional("金额")),
            first -> first.startsWith("合计"));

    private Tables() {}

    static TableFile csv(Path folder, String text, Charset charset) {
        return TableFile.open(file(folder, text.getBytes(charset)), Limits.standard());
    }

    static TableFile xlsx(Path folder, Consumer<Workbook> content) {
        return TableFile.open(file(folder, bytes(content)), Limits.standard());
    }

    static byte[] bytes(Consumer<Workbook> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            content.accept(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static void rows(Worksheet sheet, List<List<String>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                sheet.value(row, column, rows.get(row).get(column));
            }
        }
    }

    static Path file(Path folder, byte[] content) {
        try {
            return Files.write(Files.createTempFile(folder, "table", ".bin"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Row> read(TableFile file) {
        List<Row> rows = new ArrayList<>();
        file.read(PEOPLE, rows::add);
        return rows;
    }

    static List<List<String>> cells(TableFile file) {
        return read(file).stream().map(Row::cells).toList();
    }

    static List<List<String>> raw(TableFile file) {
        List<List<String>> rows = new ArrayList<>();
        file.forEachRow(row -> rows.add(row.cells()));
        return rows;
    }
}

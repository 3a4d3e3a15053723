package cn.gov.zhuozhou.aid.chassis.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxReadingTest {
    @TempDir
    Path folder;

    @Test
    void theFirstSheetWithTheHeaderIsRead() {
        // Given
        TableFile file = Tables.xlsx(folder, workbook -> {
            Tables.rows(workbook.newWorksheet("说明"), List.of(List.of("填表说明", "编号")));
            Worksheet sheet = workbook.newWorksheet("名单");
            Tables.rows(sheet, List.of(List.of("花名册"), List.of("编号", "姓名"), List.of("1", "张三"), List.of("合计", "1人")));
            sheet.range(0, 0, 0, 1).merge();
        });
        // When
        List<Row> rows = Tables.read(file);
        // Then
        assertThat(rows).extracting(Row::cells).containsExactly(List.of("张三", "1", ""));
        assertThat(rows).extracting(Row::line).containsExactly(3);
    }

    @Test
    void numbersAndDatesAreReadAsTheyAreDisplayed() {
        // Given
        TableFile file = Tables.xlsx(folder, workbook -> {
            Worksheet sheet = workbook.newWorksheet("s");
            sheet.value(0, 0, 201709);
            sheet.value(0, 1, 312.5);
            sheet.value(0, 2, 0.1 + 0.2);
            sheet.value(0, 3, 300.0);
            sheet.value(0, 4, LocalDate.of(2019, 3, 1));
            sheet.style(0, 4).format("yyyy-mm-dd").set();
            sheet.value(0, 5, true);
            sheet.value(0, 6, 13_900_000_000L);
        });
        // When
        List<List<String>> rows = Tables.raw(file);
        // Then
        assertThat(rows).containsExactly(List.of("201709", "312.5", "0.3", "300", "2019-03-01", "TRUE", "13900000000"));
    }

    @Test
    void aNumberThatHasLostItsLastDigitsDoesNotPassForAWholeOne() {
        // Given
        TableFile file = Tables.xlsx(folder, workbook -> {
            Worksheet sheet = workbook.newWorksheet("s");
            sheet.value(0, 0, (double) 999999201401251222L);
            sheet.value(0, 1, 999999201401251000L);
            sheet.value(0, 2, "999999201401251222");
        });
        // When
        List<List<String>> rows = Tables.raw(file);
        // Then
        assertThat(rows).containsExactly(List.of("9.99999E+17", "9.99999E+17", "999999201401251222"));
    }

    @Test
    void aRemarkBesideTheTableDoesNotMakeARowSuspect() {
        // Given
        TableFile file = Tables.xlsx(
                folder,
                workbook -> Tables.rows(
                        workbook.newWorksheet("s"), List.of(List.of("姓名", "编号"), List.of("张三", "1", "", "已核"))));
        // When
        List<Row> rows = Tables.read(file);
        // Then
        assertThat(rows).extracting(Row::surplus).containsExactly(false);
    }

    @Test
    void aWorkbookWithoutStylesAsProgramsWriteItIsRead() throws IOException {
        // Given
        TableFile file = TableFile.open(Tables.file(folder, bareWorkbook()), Limits.standard());
        // When
        List<List<String>> rows = Tables.cells(file);
        // Then
        assertThat(rows).containsExactly(List.of("张三", "7", ""));
    }

    @Test
    void memoryDoesNotHoldTheRows() {
        // Given
        int count = 50_000;
        TableFile file = Tables.xlsx(folder, workbook -> {
            Worksheet sheet = workbook.newWorksheet("s");
            Tables.rows(sheet, List.of(List.of("姓名", "编号")));
            for (int i = 1; i <= count; i++) {
                sheet.inlineString(i, 0, "张三");
                sheet.value(i, 1, i);
            }
        });
        // When
        TableSummary summary = file.read(Tables.PEOPLE, row -> {});
        // Then
        assertThat(summary.rows()).isEqualTo(count);
    }

    private static byte[] bareWorkbook() throws IOException {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String vendor = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/xl/workbook.xml" ContentType="%1$ssheet.main+xml"/>
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%1$sworksheet+xml"/></Types>
                    """.formatted(vendor));
            String packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
            part(zip, "_rels/.rels", """
                    <Relationships xmlns="%s"><Relationship Id="r1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>
                    """.formatted(packageRelations, office));
            part(zip, "xl/workbook.xml", """
                    <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>
                    """.formatted(main, office));
            part(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="%s"><Relationship Id="r1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
                    """.formatted(packageRelations, office));
            part(zip, "xl/worksheets/sheet1.xml", """
                    <worksheet xmlns="%s"><sheetData>
                    <row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>编号</t></is></c></row>
                    <row r="2"><c r="A2" t="inlineStr"><is><t>张三</t></is></c><c r="B2"><v>7</v></c></row></sheetData></worksheet>
                    """.formatted(main));
        }
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.strip().getBytes(UTF_8));
        zip.closeEntry();
    }
}

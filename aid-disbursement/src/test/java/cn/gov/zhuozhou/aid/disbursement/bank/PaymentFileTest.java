package cn.gov.zhuozhou.aid.disbursement.bank;

import static cn.gov.zhuozhou.aid.disbursement.bank.Orders.line;
import static cn.gov.zhuozhou.aid.disbursement.bank.Orders.lines;
import static cn.gov.zhuozhou.aid.disbursement.bank.Orders.order;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.gov.zhuozhou.aid.disbursement.bank.PaymentLayout.Align;
import cn.gov.zhuozhou.aid.disbursement.bank.PaymentLayout.Cell;
import cn.gov.zhuozhou.aid.disbursement.bank.PaymentLayout.Form;
import cn.gov.zhuozhou.aid.disbursement.bank.UnwritableLines.Fault;
import cn.gov.zhuozhou.aid.disbursement.bank.UnwritableLines.Why;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentFileTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final PaymentLayout FIXED = new PaymentLayout(
            "bank-a",
            "定长",
            Form.FIXED,
            "GB18030",
            null,
            Money.FEN,
            false,
            List.of(
                    new Cell(PaymentField.TEXT, null, "H", 1, null, null),
                    new Cell(PaymentField.LINE_COUNT, null, null, 6, Align.RIGHT, '0'),
                    new Cell(PaymentField.TOTAL, null, null, 12, Align.RIGHT, '0')),
            List.of(
                    new Cell(PaymentField.END_TO_END_ID, null, null, 12, null, null),
                    new Cell(PaymentField.PAYEE_NAME, null, null, 10, null, null),
                    new Cell(PaymentField.ACCOUNT, null, null, 20, null, null),
                    new Cell(PaymentField.AMOUNT, null, null, 10, Align.RIGHT, '0')),
            List.of(new Cell(PaymentField.TEXT, null, "T", 1, null, null)),
            null);

    private static final List<Cell> COLUMNS = List.of(
            new Cell(PaymentField.SEQUENCE, "序号", null, null, null, null),
            new Cell(PaymentField.PAYEE_NAME, "户名", null, null, null, null),
            new Cell(PaymentField.ACCOUNT, "账号", null, null, null, null),
            new Cell(PaymentField.AMOUNT, "金额", null, null, null, null),
            new Cell(PaymentField.END_TO_END_ID, "流水号", null, null, null, null));

    private static final PaymentLayout CSV = new PaymentLayout(
            "bank-b", "文本", Form.DELIMITED, "GB18030", "|", Money.YUAN, true, List.of(), COLUMNS, List.of(), null);

    private static final PaymentLayout SHEET = new PaymentLayout(
            "bank-c", "工作簿", Form.XLSX, "UTF-8", null, Money.YUAN, true, List.of(), COLUMNS, List.of(), null);

    @Test
    @DisplayName("a fixed file counts bytes of GB18030, in fen, with header and trailer")
    void fixed() throws IOException {
        byte[] file = written(FIXED, line(1, "张三", 62_500), line(2, "欧阳娜", 125_000));
        assertThat(new String(file, GB18030).lines())
                .containsExactly(
                        "H000002000000187500",
                        "E2E00000001 张三      6217000000000000001 0000062500",
                        "E2E00000002 欧阳娜    6217000000000000002 0000125000",
                        "T");
        Stream.of(new String(file, GB18030).split("\r\n"))
                .skip(1)
                .limit(2)
                .forEach(row -> assertThat(row.getBytes(GB18030)).hasSize(52));
    }

    @Test
    @DisplayName("a name wider than its column refuses the file, naming the line")
    void tooWide() {
        assertThat(faults(FIXED, line(1, "张三", 1), line(2, "欧阳娜娜子君", 1)))
                .containsExactly(new Fault(2, PaymentField.PAYEE_NAME, Why.TOO_LONG));
    }

    @Test
    @DisplayName(
            "a delimited file has titles, yuan, and no cell a spreadsheet would take for a formula or that shifts the row")
    void delimited() throws IOException {
        assertThat(new String(written(CSV, line(1, "张三", 62_501)), GB18030))
                .isEqualTo("序号|户名|账号|金额|流水号\r\n1|张三|6217000000000000001|625.01|E2E00000001\r\n");
        assertThat(faults(CSV, line(1, "=1+1", 1), line(2, "张|三", 1), line(3, "＠三", 1)))
                .extracting(Fault::why)
                .containsExactly(Why.LOOKS_LIKE_A_FORMULA, Why.HAS_SEPARATOR, Why.LOOKS_LIKE_A_FORMULA);
        assertThat(faults(SHEET, line(1, "@SUM(A1)", 1)))
                .extracting(Fault::why)
                .containsExactly(Why.LOOKS_LIKE_A_FORMULA);
    }

    @Test
    @DisplayName("a reader that is not ours opens the workbook: account numbers are text, amounts numbers to the fen")
    void workbook() throws IOException {
        byte[] file = written(SHEET, line(1, "张三", 62_501), line(2, "𠀡小花", 125_000));
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(2);
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("户名");
            var second = sheet.getRow(2);
            assertThat(second.getCell(1).getStringCellValue()).isEqualTo("𠀡小花");
            assertThat(second.getCell(2).getCellType()).isEqualTo(CellType.STRING);
            assertThat(second.getCell(2).getStringCellValue()).isEqualTo("6217000000000000002");
            assertThat(sheet.getRow(1).getCell(3).getNumericCellValue()).isEqualTo(625.01);
        }
    }

    @Test
    @DisplayName("LibreOffice opens the workbook and finds in it what was written; skipped where it is not installed")
    void libreOffice(@TempDir Path dir) throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "soffice"))),
                "soffice is not on the PATH");
        Path book = Files.write(dir.resolve("bank.xlsx"), written(SHEET, line(1, "张三", 62_501)));
        Process office = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + dir.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "csv:Text - txt - csv (StarCalc):44,34,76",
                        "--outdir",
                        dir.toString(),
                        book.toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("office.log").toFile())
                .start();
        assertThat(office.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(dir.resolve("bank.csv"), UTF_8).lines())
                .containsExactly("序号,户名,账号,金额,流水号", "1,张三,6217000000000000001,625.01,E2E00000001");
    }

    @Test
    @DisplayName("an XML message is made of the elements its layout names")
    void message() throws IOException {
        var layout = new PaymentLayout(
                "beps.382",
                "批量代付",
                Form.XML,
                "UTF-8",
                null,
                Money.YUAN,
                false,
                List.of(
                        new Cell(PaymentField.MESSAGE_ID, "MsgId", null, null, null, null),
                        new Cell(PaymentField.PAYER_BANK_CODE, "InstgPty/InstgDrctPty", null, null, null, null),
                        new Cell(PaymentField.TEXT, "InstgPty/SysCd", "BEPS", null, null, null)),
                List.of(
                        new Cell(PaymentField.END_TO_END_ID, "TxId", null, null, null, null),
                        new Cell(PaymentField.PAYEE_NAME, "Cdtr/Nm", null, null, null, null),
                        new Cell(PaymentField.ACCOUNT, "Cdtr/Acct/Id", null, null, null, null),
                        new Cell(PaymentField.AMOUNT, "Amt", null, null, null, null)),
                List.of(),
                new PaymentLayout.Xml("urn:test", "BtchPmt", "GrpHdr", "PmtInf"));
        assertThat(layout.faults()).isEmpty();
        assertThat(new String(written(layout, line(1, "张三", 62_501)), UTF_8))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document xmlns=\"urn:test\"><BtchPmt>"
                        + "<GrpHdr><MsgId>0190aaaabbbb7ccc8dddeeeeffff0001001</MsgId>"
                        + "<InstgPty><InstgDrctPty>105137810012</InstgDrctPty><SysCd>BEPS</SysCd></InstgPty></GrpHdr>"
                        + "<PmtInf><TxId>E2E00000001</TxId><Cdtr><Nm>张三</Nm><Acct><Id>6217000000000000001</Id></Acct></Cdtr>"
                        + "<Amt>625.01</Amt></PmtInf></BtchPmt></Document>");
    }

    @Test
    @DisplayName("a layout that could not pay anybody is refused with its reasons")
    void unusable() {
        assertThat(FIXED.faults()).isEmpty();
        assertThat(CSV.faults()).isEmpty();
        assertThat(SHEET.faults()).isEmpty();
        var noAccount = new PaymentLayout(
                "x", "x", Form.FIXED, "UTF-8", null, Money.FEN, false, List.of(), COLUMNS.subList(0, 2), null, null);
        assertThat(noAccount.faults()).hasSize(2);
        var amountInHeader =
                new PaymentLayout("x", "x", Form.DELIMITED, "UTF-8", "", Money.FEN, true, COLUMNS, COLUMNS, null, null);
        assertThat(amountInHeader.faults()).hasSize(2);
    }

    private static List<Fault> faults(PaymentLayout layout, PaymentLine... lines) {
        return catchThrowableOfType(UnwritableLines.class, () -> written(layout, lines))
                .faults();
    }

    private static byte[] written(PaymentLayout layout, PaymentLine... lines) throws IOException {
        var out = new ByteArrayOutputStream();
        long total = Stream.of(lines).mapToLong(PaymentLine::amountFen).sum();
        PaymentFile.write(layout, order(lines.length, total), lines(lines), out);
        return out.toByteArray();
    }
}

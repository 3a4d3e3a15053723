package cn.gov.zhuozhou.aid.disbursement.bank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.tabular.SheetWriter;
import cn.gov.zhuozhou.aid.disbursement.bank.BankResult.Outcome;
import cn.gov.zhuozhou.aid.disbursement.bank.ReturnLayout.Field;
import cn.gov.zhuozhou.aid.disbursement.bank.ReturnLayout.Form;
import cn.gov.zhuozhou.aid.disbursement.bank.ReturnLayout.Place;
import cn.gov.zhuozhou.aid.disbursement.bank.ReturnTaker.BadRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnsTest {
    private static final BankCodes ISO = new BankCodes(
            Map.of(
                    "ACSC", Outcome.SETTLED,
                    "ACSP", Outcome.PENDING,
                    "RJCT", Outcome.RETURNED,
                    "BOOK", Outcome.SETTLED,
                    "PDNG", Outcome.PENDING),
            Map.of("AC01", "WRONG_ACCOUNT", "AC04", "CLOSED", "AC06", "DORMANT", "BE01", "WRONG_NAME"));

    private static final BankCodes BANK = new BankCodes(
            Map.of("0", Outcome.SETTLED, "成功", Outcome.SETTLED, "1", Outcome.RETURNED, "失败", Outcome.RETURNED),
            Map.of("E01", "WRONG_NAME"));

    private static final class Taken implements ReturnTaker {
        private final List<BankResult> results = new ArrayList<>();
        private final Map<Integer, BadRow> bad = new LinkedHashMap<>();

        @Override
        public void result(BankResult result) {
            results.add(result);
        }

        @Override
        public void bad(int row, BadRow why) {
            bad.put(row, why);
        }
    }

    private final Taken taken = new Taken();

    @Test
    @DisplayName("a pain.002 of the published schema: paid, returned with reason, pending; a bad row costs one row")
    void statusReport() throws Exception {
        String transactions = status("E1", "ACSC", "", "625.00", "CNY")
                + status("E2", "RJCT", reason("AC04", "账户 6217000000000000002 已销户"), "1250.00", "CNY")
                + status("E3", "ACSP", "", "625.00", "CNY")
                + status("E4", "XXXX", "", "1.00", "CNY")
                + status("E5", "ACSC", "", "1.00", "USD")
                + status("E1", "ACSC", "", "625.00", "CNY")
                + status(null, "ACSC", "", "1.00", "CNY")
                + status("E6", "RJCT", reason("ZZ99", "x"), "2.00", "CNY");
        byte[] file = report(transactions, "");
        Schemas.validate("pain.002.001.10", file);
        ReturnSummary summary = IsoReturns.read(new ByteArrayInputStream(file), ISO, taken);
        assertThat(summary).isEqualTo(new ReturnSummary("BANK-1", "ORIG-1", "PART", 8, true));
        assertThat(taken.results)
                .containsExactly(
                        new BankResult("E1", Outcome.SETTLED, null, null, null, 62_500L, LocalDate.of(2019, 4, 26), 1),
                        new BankResult(
                                "E2",
                                Outcome.RETURNED,
                                "CLOSED",
                                "AC04",
                                "账户 ***************0002 已销户",
                                125_000L,
                                LocalDate.of(2019, 4, 26),
                                2),
                        new BankResult("E3", Outcome.PENDING, null, null, null, 62_500L, LocalDate.of(2019, 4, 26), 3),
                        new BankResult(
                                "E6", Outcome.RETURNED, "OTHER", "ZZ99", "x", 200L, LocalDate.of(2019, 4, 26), 8));
        assertThat(taken.bad)
                .isEqualTo(Map.of(
                        4, BadRow.UNKNOWN_OUTCOME,
                        5, BadRow.OTHER_CURRENCY,
                        6, BadRow.REPEATED,
                        7, BadRow.NO_END_TO_END_ID));
    }

    @Test
    @DisplayName("a file that states other totals than stand in it says so")
    void wrongTotals() {
        String two = status("E1", "ACSC", "", "1.00", "CNY") + status("E2", "ACSC", "", "1.00", "CNY");
        assertThat(agrees(two, "2", "2.00")).isTrue();
        assertThat(agrees(two, "3", "2.00")).isFalse();
        assertThat(agrees(two, "2", "2.01")).isFalse();
    }

    @Test
    @DisplayName("a camt.054 tells money that left, money that came back, and passes over what is no payment")
    void notification() throws Exception {
        byte[] file = notice(entry("DBIT", "BOOK", "625.00", details("E1", "625.00", ""))
                + entry(
                        "CRDT",
                        "BOOK",
                        "1250.00",
                        details("E2", "1250.00", "<RtrInf><Rsn><Cd>BE01</Cd></Rsn><AddtlInf>户名不符</AddtlInf></RtrInf>"))
                + entry("DBIT", "PDNG", "1.00", details("E3", "1.00", ""))
                + entry("CRDT", "BOOK", "9.00", details("E4", "9.00", ""))
                + entry("DBIT", "BOOK", "5.00", details("E5", "2.00", "") + details("E6", "3.00", "")));
        // The entries of camt.054.001.08 and camt.052.001.08 are of the same type; only what is around them has other
        // names.
        Schemas.validate(
                "camt.052.001.08",
                new String(file, UTF_8)
                        .replace("camt.054", "camt.052")
                        .replace("BkToCstmrDbtCdtNtfctn", "BkToCstmrAcctRpt")
                        .replace("Ntfctn>", "Rpt>")
                        .getBytes(UTF_8));
        ReturnSummary summary = IsoReturns.read(new ByteArrayInputStream(file), ISO, taken);
        assertThat(summary.messageId()).isEqualTo("NOTICE-1");
        assertThat(summary.totalsAgree()).isTrue();
        assertThat(taken.results)
                .extracting(BankResult::endToEndId, BankResult::outcome, BankResult::reason, BankResult::amountFen)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("E1", Outcome.SETTLED, null, 62_500L),
                        org.assertj.core.groups.Tuple.tuple("E2", Outcome.RETURNED, "WRONG_NAME", 125_000L),
                        org.assertj.core.groups.Tuple.tuple("E3", Outcome.PENDING, null, 100L),
                        org.assertj.core.groups.Tuple.tuple("E5", Outcome.SETTLED, null, 200L),
                        org.assertj.core.groups.Tuple.tuple("E6", Outcome.SETTLED, null, 300L));
        assertThat(taken.results.getFirst().valueDate()).isEqualTo(LocalDate.of(2019, 4, 26));
        assertThat(taken.bad).isEqualTo(Map.of(4, BadRow.NOT_A_PAYMENT));
    }

    @Test
    @DisplayName("nothing outside a message is ever fetched, and what is no message is said to be none")
    void hostile(@TempDir Path dir) throws IOException {
        Path secret = Files.writeString(dir.resolve("secret"), "E1");
        String attack = "<!DOCTYPE d [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                + new String(report(status("&e;", "ACSC", "", "1.00", "CNY"), ""), UTF_8);
        try {
            IsoReturns.read(new ByteArrayInputStream(attack.getBytes(UTF_8)), ISO, taken);
        } catch (UnreadableReturn refused) {
            assertThat(refused.text().en()).contains("malformed");
        }
        assertThat(taken.results).noneMatch(result -> result.endToEndId().contains("E1"));
        assertThatThrownBy(() -> IsoReturns.read(new ByteArrayInputStream("<a/>".getBytes(UTF_8)), ISO, taken))
                .isInstanceOf(UnreadableReturn.class);
        assertThatThrownBy(() -> IsoReturns.read(
                        new ByteArrayInputStream("<Document><CstmrPmtStsRpt>".getBytes(UTF_8)), ISO, taken))
                .isInstanceOf(UnreadableReturn.class);
    }

    @Test
    @DisplayName("a bank's workbook by its layout: result words, total row, bad rows")
    void workbook(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("return.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                var sheet = new SheetWriter(out, "回盘", List.of("序号", "流水号", "金额(元)", "处理结果", "失败原因"))) {
            sheet.row(List.of(1, "E1", "625.01", "成功", ""));
            sheet.row(List.of(2, "E2", "1,250.00", "失败", "户名不符 6217000000000000002"));
            sheet.row(List.of(3, "E3", "12.345", "成功", ""));
            sheet.row(List.of(4, "", "1", "成功", ""));
            sheet.row(List.of(5, "E5", "1", "未知", ""));
            sheet.row(List.of("合计", "", "1877.01", "", ""));
        }
        ReturnSummary summary = TableReturns.read(file, table("合计 row"), BANK, taken);
        assertThat(summary.rows()).isEqualTo(5);
        assertThat(taken.results)
                .containsExactly(
                        new BankResult("E1", Outcome.SETTLED, null, null, null, 62_501L, null, 2),
                        new BankResult(
                                "E2", Outcome.RETURNED, "OTHER", null, "户名不符 ***************0002", 125_000L, null, 3));
        assertThat(taken.bad)
                .isEqualTo(Map.of(4, BadRow.BAD_AMOUNT, 5, BadRow.NO_END_TO_END_ID, 6, BadRow.UNKNOWN_OUTCOME));
    }

    @Test
    @DisplayName("a total row that is not the sum of its rows is found")
    void wrongTotalRow(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(
                dir.resolve("r.csv"), "序号,流水号,金额(元),处理结果,失败原因\n1,E1,1.00,成功,\n2,E2,2.00,失败,\n合计,,3.01,,\n");
        assertThat(TableReturns.read(file, table("x"), BANK, taken).totalsAgree())
                .isFalse();
        assertThat(taken.results).hasSize(2);
    }

    @Test
    @DisplayName("a fixed file in GB18030 is cut by bytes, header and trailer passed over, a short line costs itself")
    void fixed(@TempDir Path dir) throws IOException {
        var layout = new ReturnLayout(
                "bank-a",
                "定长回盘",
                Form.FIXED,
                "GB18030",
                Money.FEN,
                "yyyyMMdd",
                List.of("H", "T"),
                Map.of(
                        Field.END_TO_END_ID, Place.bytes(1, 6),
                        Field.REASON_TEXT, Place.bytes(7, 8),
                        Field.AMOUNT, Place.bytes(15, 8),
                        Field.VALUE_DATE, Place.bytes(23, 8),
                        Field.REASON_CODE, Place.bytes(31, 3),
                        Field.RESULT, Place.bytes(34, 1)),
                "BANK_A");
        assertThat(layout.faults()).isEmpty();
        Path file = Files.write(dir.resolve("r.txt"), """
                        H20190426
                        E1    成功    0006250020190426   0
                        E2    户名不符0012500020190426E011
                        E3    短
                        E4    成功    0006250020191326   0
                        T00003
                        """.replace("\n", "\r\n").getBytes(Charset.forName("GB18030")));
        TableReturns.read(file, layout, BANK, taken);
        assertThat(taken.results)
                .containsExactly(
                        new BankResult("E1", Outcome.SETTLED, null, null, "成功", 62_500L, LocalDate.of(2019, 4, 26), 2),
                        new BankResult(
                                "E2",
                                Outcome.RETURNED,
                                "WRONG_NAME",
                                "E01",
                                "户名不符",
                                125_000L,
                                LocalDate.of(2019, 4, 26),
                                3));
        assertThat(taken.bad).isEqualTo(Map.of(4, BadRow.TOO_SHORT, 5, BadRow.BAD_DATE));
    }

    @Test
    @DisplayName("a text without header is read by counted columns")
    void counted(@TempDir Path dir) throws IOException {
        var layout = new ReturnLayout(
                "bank-d",
                "无表头",
                Form.PLAIN_TABLE,
                null,
                Money.YUAN,
                null,
                null,
                Map.of(Field.END_TO_END_ID, Place.column(2), Field.RESULT, Place.column(3)),
                "BANK_A");
        assertThat(layout.faults()).isEmpty();
        Path file = Files.writeString(dir.resolve("r.txt"), "1,E1,0\n2,E2,1\n");
        TableReturns.read(file, layout, BANK, taken);
        assertThat(taken.results).extracting(BankResult::outcome).containsExactly(Outcome.SETTLED, Outcome.RETURNED);
    }

    private static ReturnLayout table(String name) {
        return new ReturnLayout(
                "bank-c",
                name,
                Form.TABLE,
                null,
                Money.YUAN,
                null,
                null,
                Map.of(
                        Field.TOTAL_MARK, Place.titled("序号"),
                        Field.END_TO_END_ID, Place.titled("流水号", "业务流水号"),
                        Field.AMOUNT, Place.titled("金额(元)"),
                        Field.RESULT, Place.titled("处理结果"),
                        Field.REASON_TEXT, Place.titled("失败原因")),
                "BANK_A");
    }

    private static boolean agrees(String transactions, String count, String sum) {
        String stated = "<NbOfTxsPerSts><DtldNbOfTxs>" + count + "</DtldNbOfTxs><DtldSts>ACSC</DtldSts><DtldCtrlSum>"
                + sum + "</DtldCtrlSum></NbOfTxsPerSts>";
        return IsoReturns.read(new ByteArrayInputStream(report(transactions, stated)), ISO, new Taken())
                .totalsAgree();
    }

    private static String status(String endToEndId, String status, String reason, String amount, String currency) {
        return "<TxInfAndSts>" + (endToEndId == null ? "" : "<OrgnlEndToEndId>" + endToEndId + "</OrgnlEndToEndId>")
                + "<TxSts>" + status + "</TxSts>" + reason + "<OrgnlTxRef><Amt><InstdAmt Ccy=\"" + currency + "\">"
                + amount + "</InstdAmt></Amt><IntrBkSttlmDt>2019-04-26</IntrBkSttlmDt></OrgnlTxRef></TxInfAndSts>";
    }

    private static String reason(String code, String text) {
        return "<StsRsnInf><Rsn><Cd>" + code + "</Cd></Rsn><AddtlInf>" + text + "</AddtlInf></StsRsnInf>";
    }

    private static byte[] report(String transactions, String stated) {
        return ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt>"
                        + "<GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2019-04-26T09:00:00</CreDtTm></GrpHdr>"
                        + "<OrgnlGrpInfAndSts><OrgnlMsgId>ORIG-1</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>"
                        + "<GrpSts>PART</GrpSts>" + stated + "</OrgnlGrpInfAndSts>"
                        + "<OrgnlPmtInfAndSts><OrgnlPmtInfId>ORIG-1</OrgnlPmtInfId>"
                        + transactions
                        + "</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>")
                .getBytes(UTF_8);
    }

    private static byte[] notice(String entries) {
        return ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"><BkToCstmrDbtCdtNtfctn>"
                        + "<GrpHdr><MsgId>NOTICE-1</MsgId><CreDtTm>2019-04-26T09:00:00</CreDtTm></GrpHdr>"
                        + "<Ntfctn><Id>1</Id><Acct><Id><Othr><Id>1</Id></Othr></Id></Acct>"
                        + "<TxsSummry><TtlNtries><NbOfNtries>5</NbOfNtries><Sum>1890.00</Sum></TtlNtries></TxsSummry>"
                        + entries + "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>")
                .getBytes(UTF_8);
    }

    private static String entry(String direction, String status, String amount, String details) {
        return "<Ntry><Amt Ccy=\"CNY\">" + amount + "</Amt><CdtDbtInd>" + direction + "</CdtDbtInd><Sts><Cd>" + status
                + "</Cd></Sts><ValDt><Dt>2019-04-26</Dt></ValDt><BkTxCd/><NtryDtls>" + details + "</NtryDtls></Ntry>";
    }

    private static String details(String endToEndId, String amount, String more) {
        return "<TxDtls><Refs><EndToEndId>" + endToEndId + "</EndToEndId></Refs><Amt Ccy=\"CNY\">" + amount + "</Amt>"
                + more + "</TxDtls>";
    }
}

package cn.gov.zhuozhou.aid.disbursement.bank;

import static cn.gov.zhuozhou.aid.disbursement.bank.Orders.line;
import static cn.gov.zhuozhou.aid.disbursement.bank.Orders.lines;
import static cn.gov.zhuozhou.aid.disbursement.bank.Orders.many;
import static cn.gov.zhuozhou.aid.disbursement.bank.Orders.order;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.gov.zhuozhou.aid.disbursement.bank.UnwritableLines.Fault;
import cn.gov.zhuozhou.aid.disbursement.bank.UnwritableLines.Why;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class Pain001Test {
    @Test
    @DisplayName("a file is valid by the published schema and says what was ordered, to the fen")
    void valid() throws Exception {
        byte[] file = written(order(2, 187_501), line(1, "𠀡𠮷<&>一", 62_501), line(2, "李 小 花", 125_000));
        Schemas.validate("pain.001.001.09", file);
        Document document =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(file));
        assertThat(at(document, "//GrpHdr/MsgId")).isEqualTo("0190aaaabbbb7ccc8dddeeeeffff0001001");
        assertThat(at(document, "//GrpHdr/CreDtTm")).isEqualTo("2019-04-24T10:03:04+08:00");
        assertThat(at(document, "//GrpHdr/NbOfTxs")).isEqualTo("2");
        assertThat(at(document, "//PmtInf/CtrlSum")).isEqualTo("1875.01");
        assertThat(at(document, "//CdtTrfTxInf[1]/Amt/InstdAmt[@Ccy='CNY']")).isEqualTo("625.01");
        assertThat(at(document, "//CdtTrfTxInf[1]/Cdtr/Nm")).isEqualTo("𠀡𠮷<&>一");
        assertThat(at(document, "//CdtTrfTxInf[2]/PmtId/EndToEndId")).isEqualTo("E2E00000002");
        assertThat(at(document, "//CdtTrfTxInf[2]/CdtrAcct/Id/Othr/Id")).isEqualTo("6217000000000000002");
        assertThat(at(document, "//CdtTrfTxInf[2]/CdtrAgt//MmbId")).isEqualTo("102137800011");
    }

    @Test
    @DisplayName("a payee at the payer's own bank needs no bank")
    void ownBank() throws Exception {
        var line = new PaymentLine(1, "E1", "张三", "6217000000000000001", "", "", 1, "助学金", "");
        Schemas.validate("pain.001.001.09", written(order(1, 1), line));
    }

    @Test
    @DisplayName("100,000 lines stream through and are valid")
    void streams(@TempDir Path dir) throws Exception {
        Path file = dir.resolve("big.xml");
        try (OutputStream out = Files.newOutputStream(file)) {
            Pain001.write(order(100_000, 10_000_100_000L), many(100_000), out);
        }
        try (var in = Files.newInputStream(file)) {
            Schemas.validate("pain.001.001.09", in);
        }
    }

    @Test
    @DisplayName("a file whose lines are not what was promised is no file")
    void promise() {
        assertThatThrownBy(() -> written(order(2, 3), line(1, "张三", 3))).hasMessageContaining("1 lines over 3 fen");
        assertThatThrownBy(() -> written(order(1, 3), line(1, "张三", 2))).hasMessageContaining("1 lines over 2 fen");
    }

    @Test
    @DisplayName("a name no bank could take is named by its line, never shortened")
    void unwritable() {
        UnwritableLines refused = catchThrowableOfType(
                UnwritableLines.class, () -> written(order(2, 2), line(1, "长".repeat(141), 1), line(2, "张\u0001三", 1)));
        assertThat(refused.faults())
                .containsExactly(
                        new Fault(1, PaymentField.PAYEE_NAME, Why.TOO_LONG),
                        new Fault(2, PaymentField.PAYEE_NAME, Why.HAS_CONTROL_CHARACTER));
    }

    @Test
    @DisplayName("the same order gives the same bytes, so that a file asked for twice is one file")
    void repeatable() throws IOException {
        assertThat(written(order(1, 5), line(1, "张三", 5))).isEqualTo(written(order(1, 5), line(1, "张三", 5)));
        assertThat(line(1, "张三", 5).toString()).doesNotContain("张三", "6217000");
    }

    private static byte[] written(PaymentOrder order, PaymentLine... lines) throws IOException {
        var out = new ByteArrayOutputStream();
        Pain001.write(order, lines(lines), out);
        assertThat(new String(out.toByteArray(), UTF_8)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        return out.toByteArray();
    }

    private static String at(Document document, String path) throws Exception {
        return XPathFactory.newDefaultInstance().newXPath().evaluate(path, document);
    }
}

package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.disbursement.bank.UnwritableLines.Fault;
import cn.gov.zhuozhou.aid.disbursement.bank.UnwritableLines.Why;
import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A customer credit transfer initiation, ISO 20022 {@code pain.001.001.09}: one group, one payment information, the payer bears the
 * charges so that the pupil has the full amount. Banks are named by their CNAPS line numbers, accounts by their plain numbers, for
 * China has no IBAN.
 */
final class Pain001 {
    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final int LONGEST_TEXT = 140;
    private static final int MOST_FAULTS = 100;

    private final PaymentOrder order;
    private final Xml xml;
    private final List<Fault> faults = new ArrayList<>();

    private Pain001(PaymentOrder order, Xml xml) {
        this.order = order;
        this.xml = xml;
    }

    /** The stream is not closed. */
    static void write(PaymentOrder order, PaymentLines lines, OutputStream out) throws IOException {
        var promise = new Promise(order);
        var message = new Pain001(order, new Xml(out, NAMESPACE));
        message.begin();
        lines.forEach(line -> {
            promise.count(line);
            message.transaction(line);
        });
        message.xml.end().end().end().close();
        promise.keep();
        if (!message.faults.isEmpty()) {
            throw new UnwritableLines(message.faults);
        }
    }

    private void begin() throws IOException {
        PayingUnit payer = order.payer();
        xml.start("Document").start("CstmrCdtTrfInitn");
        xml.start("GrpHdr").text("MsgId", order.messageId()).text("CreDtTm", moment());
        totals();
        xml.start("InitgPty").text("Nm", payer.accountName()).end().end();
        xml.start("PmtInf")
                .text("PmtInfId", order.messageId())
                .text("PmtMtd", "TRF")
                .text("BtchBookg", "true");
        totals();
        xml.start("PmtTpInf").start("CtgyPurp").text("Cd", "GOVT").end().end();
        xml.start("ReqdExctnDt").text("Dt", order.requestedOn().toString()).end();
        xml.start("Dbtr").text("Nm", payer.accountName()).end();
        account("DbtrAcct", payer.accountNumber());
        agent("DbtrAgt", payer.bankCode(), payer.bankName());
        xml.text("ChrgBr", "DEBT");
    }

    private void transaction(PaymentLine line) throws IOException {
        check(line, PaymentField.PAYEE_NAME, line.payeeName());
        check(line, PaymentField.BANK_NAME, line.bankName());
        check(line, PaymentField.PURPOSE, line.purpose());
        xml.start("CdtTrfTxInf");
        xml.start("PmtId")
                .text("InstrId", Integer.toString(line.sequence()))
                .text("EndToEndId", line.endToEndId())
                .end();
        xml.start("Amt").amount("InstdAmt", line.amountFen()).end();
        agent("CdtrAgt", line.bankCode(), line.bankName());
        xml.start("Cdtr").text("Nm", line.payeeName()).end();
        account("CdtrAcct", line.accountNumber());
        xml.start("RmtInf").text("Ustrd", line.purpose());
        if (line.reference() != null && !line.reference().isEmpty()) {
            xml.text("Ustrd", line.reference());
        }
        xml.end().end();
    }

    private void totals() throws IOException {
        xml.text("NbOfTxs", Integer.toString(order.lineCount()))
                .text("CtrlSum", Money.YUAN.of(order.totalFen()).toPlainString());
    }

    private void account(String name, String number) throws IOException {
        xml.start(name).start("Id").start("Othr").text("Id", number);
        xml.end().end().text("Ccy", "CNY").end();
    }

    /** The payee's bank may be the payer's own and then is not named. */
    private void agent(String name, String code, String bankName) throws IOException {
        boolean named = bankName != null && !bankName.isBlank();
        if (code.isEmpty() && !named) {
            return;
        }
        xml.start(name).start("FinInstnId");
        if (!code.isEmpty()) {
            xml.start("ClrSysMmbId").start("ClrSysId").text("Cd", "CNAPS").end();
            xml.text("MmbId", code).end();
        }
        if (named) {
            xml.text("Nm", bankName);
        }
        xml.end().end();
    }

    private void check(PaymentLine line, PaymentField field, String text) {
        if (text == null || faults.size() == MOST_FAULTS) {
            return;
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            faults.add(new Fault(line.sequence(), field, Why.HAS_CONTROL_CHARACTER));
        } else if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            faults.add(new Fault(line.sequence(), field, Why.TOO_LONG));
        }
    }

    private String moment() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                OffsetDateTime.ofInstant(order.createdAt(), Fields.ZONE).truncatedTo(ChronoUnit.SECONDS));
    }
}

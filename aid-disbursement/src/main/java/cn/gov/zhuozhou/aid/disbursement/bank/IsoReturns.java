package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.chassis.Masked;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.disbursement.bank.BankResult.Outcome;
import cn.gov.zhuozhou.aid.disbursement.bank.ReturnTaker.BadRow;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads {@code pain.002} (payment status report) and {@code camt.054} (debit credit notification) of any version: a value is known by
 * its element and the one around it, whatever else stands there is passed over. Memory does not grow with the file but for the
 * identifications seen.
 */
final class IsoReturns {
    private static final int LONGEST_TEXT = 600;
    private static final int DAY = 10;

    private final XMLStreamReader in;
    private final BankCodes codes;
    private final ReturnTaker taker;
    private final Deque<String> path = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final Totals totals = new Totals();
    private final Map<String, String> message = new HashMap<>();
    private Map<String, String> entry = new HashMap<>();
    private Map<String, String> payment = new HashMap<>();
    private boolean known;
    private int rows;

    private IsoReturns(XMLStreamReader in, BankCodes codes, ReturnTaker taker) {
        this.in = in;
        this.codes = codes;
        this.taker = taker;
    }

    static ReturnSummary read(InputStream file, BankCodes codes, ReturnTaker taker) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return new IsoReturns(factory.createXMLStreamReader(file), codes, taker).read();
        } catch (XMLStreamException e) {
            throw new UnreadableReturn(Text.of("XML 报文不完整或格式不正确", "the XML message is incomplete or malformed"));
        }
    }

    private ReturnSummary read() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    path.addLast(in.getLocalName());
                    begin();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() < LONGEST_TEXT) {
                        text.append(in.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    end(text.toString().strip());
                    text.setLength(0);
                    path.removeLast();
                }
                default -> {}
            }
        }
        if (!known) {
            throw new UnreadableReturn(
                    Text.of("不是 pain.002 或 camt.054 报文", "it is neither a pain.002 nor a camt.054 message"));
        }
        return new ReturnSummary(
                message.get("GrpHdr/MsgId"),
                message.get("OrgnlGrpInfAndSts/OrgnlMsgId"),
                message.get("OrgnlGrpInfAndSts/GrpSts"),
                rows,
                totals.agree());
    }

    private void begin() {
        switch (path.getLast()) {
            case "CstmrPmtStsRpt", "BkToCstmrDbtCdtNtfctn" -> known = true;
            case "TxInfAndSts", "TxDtls" -> payment = new HashMap<>();
            case "Ntry" -> {
                entry = new HashMap<>();
                payment = entry;
            }
            default -> {
                String currency = in.getAttributeValue(null, "Ccy");
                if (currency != null) {
                    payment.putIfAbsent("Ccy", currency);
                }
            }
        }
    }

    private void end(String text) {
        switch (path.getLast()) {
            case "TxInfAndSts" -> status();
            case "TxDtls" -> {
                entry.put("details", "");
                notified();
                payment = entry;
            }
            case "Ntry" -> {
                totals.count("entries", amount(entry.get("Ntry/Amt")));
                if (!entry.containsKey("details")) {
                    notified();
                }
            }
            case "NbOfTxsPerSts" ->
                totals.state(
                        inside("OrgnlPmtInfAndSts") ? "part" : "group",
                        message.remove("NbOfTxsPerSts/DtldSts"),
                        message.remove("NbOfTxsPerSts/DtldNbOfTxs"),
                        amount(message.remove("NbOfTxsPerSts/DtldCtrlSum")));
            case "TtlNtries" ->
                totals.state(
                        "", "entries", message.remove("TtlNtries/NbOfNtries"), amount(message.remove("TtlNtries/Sum")));
            default -> {
                if (!text.isEmpty()) {
                    keep(text);
                }
            }
        }
    }

    private void keep(String text) {
        var upwards = path.descendingIterator();
        String name = upwards.next();
        String place = (upwards.hasNext() ? upwards.next() : "") + "/" + name;
        boolean ofPayment = inside("TxInfAndSts") || inside("Ntry");
        (ofPayment ? payment : message).putIfAbsent(place, text);
    }

    private boolean inside(String element) {
        return path.contains(element);
    }

    /** One transaction of a pain.002. */
    private void status() {
        rows++;
        String code = payment.get("TxInfAndSts/TxSts");
        totals.count(code, amount(payment.get("Amt/InstdAmt")));
        Outcome outcome = codes.outcome(code);
        if (code == null) {
            taker.bad(rows, BadRow.NO_OUTCOME);
        } else if (outcome == null) {
            taker.bad(rows, BadRow.UNKNOWN_OUTCOME);
        } else {
            hand(
                    payment.get("TxInfAndSts/OrgnlEndToEndId"),
                    outcome,
                    payment.get("StsRsnInf/AddtlInf"),
                    payment.get("Amt/InstdAmt"),
                    payment.get("OrgnlTxRef/IntrBkSttlmDt"));
        }
    }

    /** One transaction of a camt.054, or an entry without any: money out is a payment, money that came back a return. */
    private void notified() {
        rows++;
        boolean out = "DBIT".equals(payment.getOrDefault("TxDtls/CdtDbtInd", entry.get("Ntry/CdtDbtInd")));
        boolean reversal = "true".equals(entry.get("Ntry/RvslInd")) || "1".equals(entry.get("Ntry/RvslInd"));
        boolean back = !out && (reversal || reasonCode() != null || payment.containsKey("RtrInf/AddtlInf"));
        Outcome booked = codes.outcome(entry.getOrDefault("Sts/Cd", entry.get("Ntry/Sts")));
        boolean paid = out && !reversal;
        if (!paid && !back) {
            taker.bad(rows, BadRow.NOT_A_PAYMENT);
        } else if (booked == null) {
            taker.bad(rows, BadRow.UNKNOWN_OUTCOME);
        } else {
            hand(
                    payment.get("Refs/EndToEndId"),
                    back && booked == Outcome.SETTLED ? Outcome.RETURNED : booked,
                    payment.get("RtrInf/AddtlInf"),
                    payment.getOrDefault("TxDtls/Amt", payment.getOrDefault("TxAmt/Amt", payment.get("Ntry/Amt"))),
                    entry.getOrDefault("ValDt/Dt", entry.get("ValDt/DtTm")));
        }
    }

    private void hand(String endToEndId, Outcome outcome, String reasonText, String amount, String day) {
        if (endToEndId == null || "NOTPROVIDED".equals(endToEndId)) {
            taker.bad(rows, BadRow.NO_END_TO_END_ID);
        } else if (amount != null && !"CNY".equals(payment.get("Ccy"))) {
            taker.bad(rows, BadRow.OTHER_CURRENCY);
        } else if (amount != null && amount(amount) == null) {
            taker.bad(rows, BadRow.BAD_AMOUNT);
        } else if (day != null && day(day) == null) {
            taker.bad(rows, BadRow.BAD_DATE);
        } else if (!seen.add(endToEndId)) {
            taker.bad(rows, BadRow.REPEATED);
        } else {
            taker.result(new BankResult(
                    endToEndId,
                    outcome,
                    codes.reason(outcome, reasonCode()),
                    reasonCode(),
                    Masked.anywhere(reasonText),
                    amount(amount),
                    day(day),
                    rows));
        }
    }

    private String reasonCode() {
        return payment.getOrDefault("Rsn/Cd", payment.get("Rsn/Prtry"));
    }

    private static Long amount(String text) {
        try {
            return text == null ? null : Money.YUAN.read(text);
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static LocalDate day(String text) {
        try {
            return text == null ? null : LocalDate.parse(text.substring(0, Math.min(DAY, text.length())));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Counts and sums a message states of its parts, beside what stands in it. */
    private static final class Totals {
        private record Sum(long count, Long fen) {
            private Sum and(long furtherCount, Long furtherFen) {
                return new Sum(count + furtherCount, fen == null || furtherFen == null ? null : fen + furtherFen);
            }
        }

        private static final Sum NONE = new Sum(0, 0L);

        private final Map<String, Sum> counted = new HashMap<>();
        private final Map<String, Map<String, Sum>> stated = new HashMap<>();
        private boolean readable = true;

        private void count(String part, Long fen) {
            counted.put(part, counted.getOrDefault(part, NONE).and(1, fen));
        }

        private void state(String level, String part, String count, Long fen) {
            if (part == null || count == null) {
                return;
            }
            try {
                stated.computeIfAbsent(level, any -> new HashMap<>())
                        .merge(
                                part,
                                new Sum(Long.parseLong(count), fen),
                                (one, other) -> one.and(other.count(), other.fen()));
            } catch (NumberFormatException e) {
                readable = false;
            }
        }

        /** Sums are compared only where every part names its amount. */
        private boolean agree() {
            return readable
                    && stated.values().stream()
                            .flatMap(level -> level.entrySet().stream())
                            .allMatch(part -> {
                                Sum found = counted.getOrDefault(part.getKey(), NONE);
                                Sum said = part.getValue();
                                return said.count() == found.count()
                                        && (said.fen() == null
                                                || found.fen() == null
                                                || said.fen().equals(found.fen()));
                            });
        }
    }
}

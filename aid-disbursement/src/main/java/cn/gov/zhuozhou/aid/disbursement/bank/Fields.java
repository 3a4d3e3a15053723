package cn.gov.zhuozhou.aid.disbursement.bank;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/** The values of fields: of an order alone, or of an order and one of its lines. */
record Fields(PaymentOrder order, PaymentLine line, Money unit) {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    static Fields of(PaymentOrder order, Money unit) {
        return new Fields(order, null, unit);
    }

    Fields with(PaymentLine next) {
        return new Fields(order, next, unit);
    }

    /** Number or text. */
    Object value(PaymentLayout.Cell cell) {
        return switch (cell.field()) {
            case TEXT -> cell.text();
            case SEQUENCE -> line.sequence();
            case END_TO_END_ID -> line.endToEndId();
            case PAYEE_NAME -> line.payeeName();
            case ACCOUNT -> line.accountNumber();
            case BANK_CODE -> line.bankCode();
            case BANK_NAME -> Objects.requireNonNullElse(line.bankName(), "");
            case AMOUNT -> unit.of(line.amountFen());
            case REFERENCE -> line.reference();
            case PURPOSE -> line == null ? order.purpose() : line.purpose();
            case MESSAGE_ID -> order.messageId();
            case CREATED_AT -> MOMENT.format(order.createdAt().atZone(ZONE));
            case REQUESTED_ON -> DAY.format(order.requestedOn());
            case LINE_COUNT -> order.lineCount();
            case TOTAL -> unit.of(order.totalFen());
            case PAYER_NAME -> order.payer().accountName();
            case PAYER_ACCOUNT -> order.payer().accountNumber();
            case PAYER_BANK_CODE -> order.payer().bankCode();
            case PAYER_BANK_NAME -> order.payer().bankName();
            case CONTRACT -> order.payer().contract();
        };
    }
}

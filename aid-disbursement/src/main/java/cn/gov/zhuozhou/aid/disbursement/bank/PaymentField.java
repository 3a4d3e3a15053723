package cn.gov.zhuozhou.aid.disbursement.bank;

/** What a layout can put into a file. */
enum PaymentField {
    /** The cell's own text. */
    TEXT(true, true),
    SEQUENCE(false, true),
    END_TO_END_ID(false, true),
    PAYEE_NAME(false, true),
    ACCOUNT(false, true),
    BANK_CODE(false, true),
    BANK_NAME(false, true),
    AMOUNT(false, true),
    REFERENCE(false, true),
    PURPOSE(true, true),
    MESSAGE_ID(true, false),
    CREATED_AT(true, false),
    REQUESTED_ON(true, false),
    LINE_COUNT(true, false),
    TOTAL(true, false),
    PAYER_NAME(true, false),
    PAYER_ACCOUNT(true, false),
    PAYER_BANK_CODE(true, false),
    PAYER_BANK_NAME(true, false),
    CONTRACT(true, false);

    private final boolean ofOrder;
    private final boolean ofLine;

    PaymentField(boolean ofOrder, boolean ofLine) {
        this.ofOrder = ofOrder;
        this.ofLine = ofLine;
    }

    boolean ofOrder() {
        return ofOrder;
    }

    boolean ofLine() {
        return ofLine;
    }

    boolean isNumber() {
        return this == AMOUNT || this == TOTAL || this == LINE_COUNT || this == SEQUENCE;
    }
}

package cn.gov.zhuozhou.aid.disbursement.bank;

/** Takes what a return file says, row by row. */
interface ReturnTaker {
    void result(BankResult result);

    /** A row that cannot be used; it costs itself only. */
    void bad(int row, BadRow why);

    /** Why a row cannot be used. */
    enum BadRow {
        NO_END_TO_END_ID,
        NO_OUTCOME,
        UNKNOWN_OUTCOME,
        NO_AMOUNT,
        BAD_AMOUNT,
        OTHER_CURRENCY,
        BAD_DATE,
        /** The same payment stands in an earlier row of this file. */
        REPEATED,
        /** Money that came in and gives nothing back. */
        NOT_A_PAYMENT,
        TOO_SHORT
    }
}

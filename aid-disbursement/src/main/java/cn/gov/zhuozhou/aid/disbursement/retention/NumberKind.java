package cn.gov.zhuozhou.aid.disbursement.retention;

/** What holds a number, each kind with its own time. */
enum NumberKind {
    ACCOUNT_PAID(30),
    ACCOUNT_NEVER_PAID(0),
    IMPORT_ROW(0);

    private final int leastYears;

    NumberKind(int leastYears) {
        this.leastYears = leastYears;
    }

    /** No rule of the bureau can be shorter: payment lists are vouchers. */
    int leastYears() {
        return leastYears;
    }
}

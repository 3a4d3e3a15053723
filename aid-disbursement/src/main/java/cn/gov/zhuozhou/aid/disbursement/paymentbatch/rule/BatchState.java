package cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule;

/** Where a batch stands on its way from a list to money that arrived. */
public enum BatchState {
    DRAFT(false),
    SCHOOL_OK(false),
    NOTICED(false),
    CENTER_SCHOOL_OK(false),
    COUNTY_OK(false),
    FROZEN(true),
    SENT_TO_BANK(true),
    PARTLY_PAID(true),
    PAID(true),
    RECONCILED(true),
    CLOSED(true),
    REJECTED(false),
    CANCELLED(false);

    private final boolean frozen;

    BatchState(boolean frozen) {
        this.frozen = frozen;
    }

    /** Its lines stand for ever and hold money. */
    public boolean frozen() {
        return frozen;
    }
}

package cn.gov.zhuozhou.aid.disbursement.coverage;

/** What became of a pupil's entitlement to a programme. */
enum Outcome {
    /** All of it reached him. */
    PAID,
    APPROVED,
    PROPOSED,
    /** Beyond the quota; he moves up when there is room. */
    WAITING,
    /** On hold until something is decided. */
    HELD,
    /** Entitled, and no award (A04). */
    MISSING,
    /** Identified, but no programme grants anything in his situation. */
    NOTHING_GRANTED;

    boolean aided() {
        return this == PAID || this == APPROVED;
    }
}

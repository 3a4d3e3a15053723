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
    /** It cannot be told whether he is entitled: something of his school or home is not known. */
    UNDECIDED,
    /** Identified, but no programme grants anything in his situation. */
    NOTHING_GRANTED;

    boolean aided() {
        return this == PAID || this == APPROVED;
    }
}

package cn.gov.zhuozhou.aid.registry.hardship;

/** Where a case stands. */
enum CaseState {
    /** Waits for a person. */
    OPEN,
    /** Decided by one person; money follows, so a second one has to agree. */
    PROPOSED,
    CONFIRMED,
    REJECTED,
    /** The facts no longer ask. */
    CLOSED
}

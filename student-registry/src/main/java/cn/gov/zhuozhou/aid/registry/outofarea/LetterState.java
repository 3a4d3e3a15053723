package cn.gov.zhuozhou.aid.registry.outofarea;

/** Where a letter to the school attended stands. */
enum LetterState {
    DRAFT,
    /** A second person agreed to what it says and to whom. */
    APPROVED,
    DISPATCHED,
    REPLIED,
    RETURNED_UNDELIVERED,
    CLOSED,
    /** A newer version took its place. */
    SUPERSEDED
}

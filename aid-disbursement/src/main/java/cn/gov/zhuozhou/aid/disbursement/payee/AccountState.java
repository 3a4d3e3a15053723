package cn.gov.zhuozhou.aid.disbursement.payee;

/** Where an account stands. */
enum AccountState {
    /** Entered, and not yet looked at by a second person. */
    PROPOSED,
    /** The account in force. */
    CONFIRMED,
    REFUSED,
    /** A later account of the pupil is in force. */
    REPLACED,
    /** Ended without another. */
    CLOSED
}

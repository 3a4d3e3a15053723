package cn.gov.zhuozhou.aid.disbursement.recovery;

/** Where an item stands. What is OPEN is owed; WRITE_OFF_ASKED waits for a second person; the others have ended. */
enum ItemState {
    OPEN,
    WRITE_OFF_ASKED,
    REPAID,
    OFFSET,
    LAPSED,
    WRITTEN_OFF
}

package cn.gov.zhuozhou.aid.disbursement.reconciliation;

/**
 * What one side says of one thing.
 *
 * @param key the same on both sides; of ASCII, so that every database and language sorts it alike
 * @param fen null where the side names no amount
 * @param state null where the side knows none
 * @param times how often the side says it was paid
 * @param line where it stands on that side; null where it has no place
 */
record Entry(String key, Long fen, State state, int times, Integer line) {
    enum State {
        SETTLED,
        RETURNED,
        PENDING
    }
}

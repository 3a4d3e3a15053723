package cn.gov.zhuozhou.aid.disbursement.bank;

/** Counts what is written against what the order promised. */
final class Promise {
    private final PaymentOrder order;
    private int count;
    private long fen;

    Promise(PaymentOrder order) {
        this.order = order;
    }

    void count(PaymentLine line) {
        count++;
        fen = Math.addExact(fen, line.amountFen());
    }

    /** Nothing that was written may leave the house where this throws. */
    void keep() {
        if (count != order.lineCount() || fen != order.totalFen()) {
            throw new IllegalStateException("file %s has %d lines over %d fen, promised were %d over %d"
                    .formatted(order.messageId(), count, fen, order.lineCount(), order.totalFen()));
        }
    }
}

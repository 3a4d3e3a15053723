package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import java.util.List;
import java.util.UUID;

/**
 * The batches behind the files. The feature paymentbatch implements it; were it called directly, the two features would depend on
 * each other.
 */
public interface BankBatches {
    /** What came of applying one result. */
    enum Applied {
        /** The line changed. */
        DONE,
        /** The line stood so already. */
        ALREADY,
        /** No such line in the files of the present actor. */
        UNKNOWN_LINE,
        /** The line was paid with another amount than the bank names. */
        AMOUNT_DIFFERS,
        /** The line's state does not allow it, such as a return after it was reissued. */
        STATE_CONFLICT
    }

    /** Hands the batch over, once; ends with a problem where it has nothing to send or is out of sight. */
    PaymentOrder handOver(UUID batchId);

    /** The order as it was handed over; ends with a problem where it was not. */
    PaymentOrder handedOver(UUID batchId);

    PaymentLines lines(PaymentOrder order);

    /**
     * One answer per result, in their order, in the present transaction.
     *
     * @param by who handed the return in; it is applied outside his request
     */
    List<Applied> apply(UUID returnId, List<BankResult> results, Actor by);
}

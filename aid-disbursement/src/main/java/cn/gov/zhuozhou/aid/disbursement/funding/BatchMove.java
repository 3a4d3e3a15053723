package cn.gov.zhuozhou.aid.disbursement.funding;

import static cn.gov.zhuozhou.aid.disbursement.funding.BatchPlace.PAID;
import static cn.gov.zhuozhou.aid.disbursement.funding.BatchPlace.PAYABLE;
import static cn.gov.zhuozhou.aid.disbursement.funding.BatchPlace.REISSUED;
import static cn.gov.zhuozhou.aid.disbursement.funding.BatchPlace.RETURNED;
import static cn.gov.zhuozhou.aid.disbursement.funding.BatchPlace.WRITTEN_BACK;

import cn.gov.zhuozhou.aid.disbursement.ledger.Account;
import cn.gov.zhuozhou.aid.disbursement.ledger.Posting.Kind;

/** How money of a batch moves once it is reserved, and what each move posts. */
enum BatchMove {
    SETTLE(PAYABLE, PAID, Kind.SETTLEMENT),
    /** The bank did not pay. */
    RETURN(PAYABLE, RETURNED, Kind.RETURN),
    /** The bank had paid, and the money came back. */
    COME_BACK(PAID, RETURNED, Kind.RETURN),
    WRITE_BACK(RETURNED, WRITTEN_BACK, Kind.WRITE_BACK),
    /** Into another batch, which posts it. */
    REISSUE(RETURNED, REISSUED, Kind.REISSUE);

    private final BatchPlace from;
    private final BatchPlace to;
    private final Kind kind;

    BatchMove(BatchPlace from, BatchPlace to, Kind kind) {
        this.from = from;
        this.to = to;
        this.kind = kind;
    }

    BatchPlace from() {
        return from;
    }

    BatchPlace to() {
        return to;
    }

    Kind kind() {
        return kind;
    }

    Account debited(String source, String programme) {
        return from.account(source, programme);
    }

    Account credited(String source, String programme) {
        return to.account(source, programme);
    }
}

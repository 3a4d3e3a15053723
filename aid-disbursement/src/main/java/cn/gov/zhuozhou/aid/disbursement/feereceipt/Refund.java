package cn.gov.zhuozhou.aid.disbursement.feereceipt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What was given back on a receipt. */
record Refund(
        UUID id,
        RefundKind kind,
        long amountFen,
        LocalDate refundedOn,
        String reason,
        String recordedByName,
        Instant recordedAt) {
    /** Why that much cannot be given back on the receipt on that day; empty where it can. The database refuses the same. */
    static Optional<FeeReceiptProblem> against(FeeReceipt receipt, RefundKind kind, long fen, LocalDate on) {
        if (on.isBefore(receipt.receivedOn())) {
            return Optional.of(FeeReceiptProblem.BEFORE_IT_WAS_TAKEN);
        }
        if (kind == RefundKind.CANCELLATION && (receipt.refundedFen() > 0 || fen != receipt.amountFen())) {
            return Optional.of(FeeReceiptProblem.VOID_AS_A_WHOLE);
        }
        return fen > receipt.leftFen() ? Optional.of(FeeReceiptProblem.MORE_THAN_TAKEN) : Optional.empty();
    }
}

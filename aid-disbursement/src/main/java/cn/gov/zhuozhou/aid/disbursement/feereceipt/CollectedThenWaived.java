package cn.gov.zhuozhou.aid.disbursement.feereceipt;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A09 (先收后免): the school has money of a fee the pupil is not to pay in this semester, whichever of the two came first.
 *
 * @param waivedBy his awards that waive it
 */
record CollectedThenWaived(FeeReceipt receipt, List<Waiver> waivedBy) {
    static final String CODE = "A09";

    /** @param awards all of his awards of the receipt's semester, ended ones too */
    static Optional<CollectedThenWaived> of(FeeReceipt receipt, List<Waiver> awards) {
        List<Waiver> waivedBy = waiving(receipt, awards);
        return receipt.leftFen() == 0 || waivedBy.isEmpty()
                ? Optional.empty()
                : Optional.of(new CollectedThenWaived(receipt, waivedBy));
    }

    /** Those of his awards that waive it, whether anything is left of it or not. */
    static List<Waiver> waiving(FeeReceipt receipt, List<Waiver> awards) {
        return awards.stream().filter(award -> award.waives(receipt.fee())).toList();
    }

    Reason reason() {
        return new Reason(
                CODE,
                "%s学期该生享受%s，%s应免；收据 %s 已收 %s 元，未退 %s 元，应退还学生"
                        .formatted(
                                receipt.semester().code(),
                                waivedBy.stream()
                                        .map(award -> "“" + award.programmeName() + "”")
                                        .collect(Collectors.joining("、")),
                                receipt.fee().zh(),
                                receipt.number(),
                                yuan(receipt.amountFen()),
                                yuan(receipt.leftFen())),
                "In %s %s waives the pupil's %s; receipt %s took %s yuan, %s of them not given back"
                        .formatted(
                                receipt.semester().code(),
                                waivedBy.stream().map(Waiver::programme).collect(Collectors.joining(", ")),
                                receipt.fee().en(),
                                receipt.number(),
                                yuan(receipt.amountFen()),
                                yuan(receipt.leftFen())),
                waivedBy.getFirst().document());
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}

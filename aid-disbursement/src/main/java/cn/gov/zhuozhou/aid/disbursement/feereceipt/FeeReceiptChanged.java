package cn.gov.zhuozhou.aid.disbursement.feereceipt;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.event.OutboundEvent;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Fee;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The event that tells what is left of a receipt and which awards waive its fee; it carries no number of a person. */
record FeeReceiptChanged(
        UUID receiptId,
        long revision,
        UUID studentId,
        String schoolCode,
        Semester semester,
        Fee fee,
        String number,
        long amountFen,
        long leftFen,
        LocalDate receivedOn,
        List<WaivedBy> waivedBy) {
    static final String TOPIC = "aid-disbursement.fee-receipt";
    static final String TYPE = "cn.gov.zhuozhou.aid.disbursement.FeeReceiptChanged.v1";

    record WaivedBy(UUID awardId, String programme, String programmeName) {}

    static FeeReceiptChanged of(FeeReceipt receipt, List<Waiver> waivedBy, long revision) {
        return new FeeReceiptChanged(
                receipt.id(),
                revision,
                receipt.studentId(),
                receipt.schoolCode(),
                receipt.semester(),
                receipt.fee(),
                receipt.number(),
                receipt.amountFen(),
                receipt.leftFen(),
                receipt.receivedOn(),
                waivedBy.stream()
                        .map(award -> new WaivedBy(award.awardId(), award.programme(), award.programmeName()))
                        .toList());
    }

    OutboundEvent outbound() {
        return new OutboundEvent(TOPIC, studentId.toString(), TYPE, receiptId.toString(), revision, this);
    }
}

package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.event.OutboundEvent;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The event every change of an award is told by; it carries the award's whole state and no number of a person. */
record AwardChanged(
        UUID awardId,
        long revision,
        UUID studentId,
        String schoolCode,
        String semester,
        String programme,
        String programmeName,
        String form,
        String payer,
        Long amountFen,
        String state,
        String because,
        UUID identificationId,
        UUID rulingId,
        String policyVersion,
        String proposedBy,
        String approvedBy,
        Instant decidedAt,
        List<Why> reasons) {
    static final String TOPIC = "aid-disbursement.award";
    static final String TYPE = "cn.gov.zhuozhou.aid.disbursement.AwardChanged.v1";

    /** A reason as other services read it, in Chinese. */
    record Why(String code, String text, String legalBasis) {
        static Why of(Reason reason) {
            return new Why(reason.code(), reason.zh(), reason.legalBasis());
        }
    }

    static AwardChanged of(Award award) {
        return new AwardChanged(
                award.id(),
                award.revision(),
                award.studentId(),
                award.basis().schoolCode(),
                award.semester(),
                award.programme(),
                award.programmeName(),
                award.form().name(),
                award.payer().name(),
                award.amountFen(),
                award.state().name(),
                award.basis().because(),
                award.basis().identificationId(),
                award.basis().rulingId(),
                award.policyVersion(),
                award.proposedBy(),
                award.approvedBy(),
                award.decidedAt(),
                award.reasons().stream().map(Why::of).toList());
    }

    OutboundEvent outbound() {
        return new OutboundEvent(TOPIC, studentId.toString(), TYPE, awardId.toString(), revision, this);
    }
}

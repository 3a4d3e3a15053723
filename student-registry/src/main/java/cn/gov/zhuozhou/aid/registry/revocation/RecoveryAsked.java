package cn.gov.zhuozhou.aid.registry.revocation;

import cn.gov.zhuozhou.aid.chassis.event.OutboundEvent;
import java.time.LocalDate;
import java.util.UUID;

/** The event: aid of these semesters ends and its money is asked back. Contract: {@code contract/RecoveryAsked.v1.schema.json}. */
record RecoveryAsked(
        UUID recoveryId,
        long revision,
        UUID studentId,
        String fromSemester,
        String toSemester,
        Revocation.Reason reason,
        String legalBasis,
        LocalDate askedOn) {
    static final String LEGAL_BASIS = "教财〔2018〕16号";

    static RecoveryAsked of(Revocation confirmed, LocalDate today) {
        return new RecoveryAsked(
                confirmed.id(),
                confirmed.version(),
                confirmed.studentId(),
                confirmed.semesters().getFirst(),
                confirmed.semesters().getLast(),
                confirmed.reason(),
                LEGAL_BASIS,
                today);
    }

    OutboundEvent outbound() {
        return new OutboundEvent(
                "student-registry.recovery",
                studentId.toString(),
                "cn.gov.zhuozhou.aid.registry.RecoveryAsked.v1",
                recoveryId.toString(),
                revision,
                this);
    }
}

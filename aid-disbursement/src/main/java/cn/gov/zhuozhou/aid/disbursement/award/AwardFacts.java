package cn.gov.zhuozhou.aid.disbursement.award;

import java.time.Instant;
import java.util.UUID;

/**
 * What is told of an award to whomever: in its events and over REST.
 *
 * @param amountFen null for a waiver at the school's own charge
 * @param setOffFen what of it is kept back because the pupil owes
 * @param givenBackFen what was paid of it and given back, in money or set off
 * @param findingId the confirmed finding that holds it; null where none does
 */
record AwardFacts(
        long revision,
        UUID studentId,
        String schoolCode,
        String semester,
        String programme,
        String programmeName,
        String form,
        String payer,
        Long amountFen,
        long setOffFen,
        long givenBackFen,
        String state,
        String because,
        UUID identificationId,
        UUID rulingId,
        UUID findingId,
        String policyVersion,
        String proposedBy,
        String approvedBy,
        Instant decidedAt) {
    static AwardFacts of(Award award) {
        Basis basis = award.basis();
        return new AwardFacts(
                award.revision(),
                award.studentId(),
                basis.schoolCode(),
                award.semester(),
                award.programme(),
                award.programmeName(),
                award.form().name(),
                award.payer().name(),
                award.amountFen(),
                award.setOffFen(),
                award.givenBackFen(),
                award.state().name(),
                basis.because(),
                basis.identificationId(),
                basis.rulingId(),
                basis.findingId(),
                award.policyVersion(),
                award.proposedBy(),
                award.approvedBy(),
                award.decidedAt());
    }
}

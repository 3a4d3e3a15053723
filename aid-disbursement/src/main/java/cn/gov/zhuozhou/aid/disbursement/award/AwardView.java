package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One award with why it is so and how it came about; {@code amountFen} absent for a waiver at the school's own charge. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AwardView(
        UUID id,
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
        UUID commitmentId,
        List<Reason> reasons,
        List<AwardLog.Entry> history) {
    static AwardView of(Award award, List<AwardLog.Entry> history) {
        return new AwardView(
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
                award.commitmentId(),
                award.reasons(),
                history);
    }
}

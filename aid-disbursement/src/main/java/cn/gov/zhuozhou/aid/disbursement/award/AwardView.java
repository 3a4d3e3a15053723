package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;

/** One award with why it is so and how it came about. */
record AwardView(
        UUID id,
        @JsonUnwrapped AwardFacts award,
        UUID commitmentId,
        List<Reason> reasons,
        List<AwardLog.Entry> history) {
    static AwardView of(Award award, List<AwardLog.Entry> history) {
        return new AwardView(award.id(), AwardFacts.of(award), award.commitmentId(), award.reasons(), history);
    }
}

package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Rate;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.quota.Ranking.Placed;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * Why an award is what it is.
 *
 * @param input what the last decision of the program looked at; null where it was made before that was kept
 * @param rate the row the amount comes from
 * @param entitledBecause the rule that held, and the rate
 * @param notTogether programmes a combination rule took away from the pupil, with the rule
 * @param quota null where no quota is in force for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Explanation(
        AwardFacts award,
        DecisionInput input,
        Rate rate,
        List<Reason> entitledBecause,
        List<Reason> reasons,
        Map<String, Reason> notTogether,
        Placed quota,
        Money money,
        List<AwardLog.Entry> history) {
    /**
     * Fen of the award.
     *
     * @param underWayFen in frozen batches
     * @param payableFen still to be frozen
     * @param claimedFen paid too much and asked back or written off
     */
    record Money(long draftedFen, long underWayFen, long settledFen, long payableFen, long claimedFen) {}
}

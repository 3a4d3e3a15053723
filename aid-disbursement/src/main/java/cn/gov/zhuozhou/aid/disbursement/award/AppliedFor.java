package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.AwardDecision;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import java.util.List;
import java.util.Map;

/** What somebody applied for when he left school: no ruling grants it by itself, and where he is now is of no matter. */
record AppliedFor(String programme, String rateKey) {
    private static final Reason APPROVED = new Reason(
            "APPLIED_FOR", "本人申请，毕业学校审核，县资助中心批准", "Applied for, checked by his school, approved by the county", null);

    /** Who leaves in spring is aided for the school year that begins then, by its rates. */
    static Semester rateSemester(Semester leaving) {
        return leaving.next();
    }

    AwardDecision decision(PolicySet policy) {
        return policy.entitlement(programme, rateKey, APPROVED)
                .map(entitled -> new AwardDecision(List.of(entitled), Map.of(), Map.of()))
                .orElse(AwardDecision.NOTHING);
    }
}

package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.AwardDecision;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.pupil.Place;
import cn.gov.zhuozhou.aid.disbursement.pupil.School;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything a decision about a pupil's awards of a semester looked at; kept with each step, so that it can be made again.
 *
 * @param wrong null where inspection confirmed nothing
 * @param recovered why no aid is granted at all; null where nothing bars it
 */
record DecisionInput(
        Eligibility ruling, Place place, School school, WrongAward wrong, Reason recovered, String policyVersion) {
    /** Decisions made before schools were followed have none stored. */
    DecisionInput {
        school = Objects.requireNonNullElse(school, School.UNKNOWN);
    }

    Standing standing() {
        return recovered == null
                ? Standing.of(ruling, place, Optional.ofNullable(wrong))
                : Standing.recovered(recovered);
    }

    AwardDecision decision(PolicySet policy) {
        return AwardDecision.of(ruling.of(place, school), policy);
    }

    Basis basis() {
        return Basis.of(ruling, place, Optional.ofNullable(wrong));
    }
}

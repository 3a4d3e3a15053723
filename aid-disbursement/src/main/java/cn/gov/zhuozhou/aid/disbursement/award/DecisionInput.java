package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.AwardDecision;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PupilSituation;
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
 * @param appliedFor null where it is about what the ruling grants by itself
 */
record DecisionInput(
        Eligibility ruling,
        Place place,
        School school,
        WrongAward wrong,
        Reason recovered,
        String policyVersion,
        AppliedFor appliedFor) {
    /** Decisions made before schools were followed have none stored. */
    DecisionInput {
        school = Objects.requireNonNullElse(school, School.UNKNOWN);
    }

    /** The same pupil in the same semester, asked about what he applied for. */
    DecisionInput about(AppliedFor application, Place whereHeApplied, String rates) {
        return new DecisionInput(ruling, whereHeApplied, school, wrong, recovered, rates, application);
    }

    Standing standing() {
        if (recovered != null) {
            return Standing.recovered(recovered);
        }
        return appliedFor == null
                ? Standing.of(ruling, place, Optional.ofNullable(wrong))
                : Standing.ofRuling(ruling, Optional.ofNullable(wrong));
    }

    AwardDecision decision(PolicySet policy) {
        return appliedFor == null ? AwardDecision.of(situation(), policy) : appliedFor.decision(policy);
    }

    /** What policy is asked about. */
    PupilSituation situation() {
        return ruling.of(place, school);
    }

    Basis basis() {
        return Basis.of(ruling, place, Optional.ofNullable(wrong));
    }
}

package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What we read of the registry's EligibilityChanged. */
record EligibilityChange(
        UUID identificationId,
        UUID studentId,
        Semester semester,
        String result,
        String state,
        Boolean identified,
        Level level,
        Set<String> categories,
        Boolean fourCategory,
        Boolean validBasis,
        UUID rulingId,
        UUID noticeId) {
    /** A message without what a decision needs cannot be read. */
    EligibilityChange {
        Objects.requireNonNull(identificationId, "identificationId");
        Objects.requireNonNull(studentId, "studentId");
        Objects.requireNonNull(semester, "semester");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(identified, "identified");
        Objects.requireNonNull(fourCategory, "fourCategory");
        Objects.requireNonNull(validBasis, "validBasis");
        categories = categories == null ? Set.of() : Set.copyOf(categories);
        if (identified && level == null) {
            throw new IllegalArgumentException("an identified pupil has a level");
        }
    }
}

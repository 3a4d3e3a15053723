package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PupilSituation;
import cn.gov.zhuozhou.aid.disbursement.pupil.Place;
import cn.gov.zhuozhou.aid.disbursement.pupil.School;
import java.util.Set;
import java.util.UUID;

/** The ruling that governs a pupil's awards of a semester, as the registry last told of it. */
record Eligibility(
        UUID identificationId,
        UUID rulingId,
        UUID noticeId,
        String result,
        String state,
        boolean identified,
        Level level,
        Set<String> categories,
        boolean fourCategory,
        boolean validBasis) {
    private static final Set<String> PENDING = Set.of("PROPOSED", "REVIEWED", "ON_NOTICE", "AWAITING_DECISION");

    /** A ruling as it would be, with no record behind it. */
    static Eligibility inForce(boolean identified, Level level, Set<String> categories, boolean fourCategory) {
        return new Eligibility(
                null, null, null, "SUPPOSED", "EFFECTIVE", identified, level, categories, fourCategory, true);
    }

    /** Something is proposed or asked and not in force yet. */
    boolean pending() {
        return PENDING.contains(state);
    }

    boolean removalPending() {
        return pending() && "REMOVED".equals(result);
    }

    PupilSituation of(Place place, School school) {
        return new PupilSituation(
                place.stage(),
                place.grade(),
                place.boarding(),
                place.inSchool(),
                identified,
                level,
                categories,
                fourCategory,
                school.circumstances(place.schoolTown()));
    }
}

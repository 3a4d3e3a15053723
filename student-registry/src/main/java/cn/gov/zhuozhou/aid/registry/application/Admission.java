package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.registry.identification.ProcedureEffects.Known;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a family may apply today.
 *
 * @param decidedBefore the school decided on an application last semester
 * @param declined the school found no hardship this semester
 * @param factsChanged the family says what has changed since
 */
record Admission(Semester semester, Known pupil, boolean decidedBefore, boolean declined, boolean factsChanged) {
    /** Why not; empty where the application is taken. */
    Optional<ApplicationProblem> refusal(Template template, Optional<AdvanceNotice> told, LocalDate today) {
        if (!pupil.inSchool()) {
            return Optional.of(ApplicationProblem.PUPIL_NOT_IN_SCHOOL);
        }
        if (pupil.revoked()) {
            return Optional.of(ApplicationProblem.FALSE_STATEMENT_CONFIRMED);
        }
        if (pupil.waived()) {
            return Optional.of(ApplicationProblem.WAIVER_STANDS);
        }
        if (template.advanceNoticeRequired()
                && told.filter(AdvanceNotice::given).isEmpty()) {
            return Optional.of(ApplicationProblem.NO_ADVANCE_NOTICE);
        }
        if (told.isPresent() && !told.get().isOpenOn(today)) {
            return Optional.of(ApplicationProblem.APPLICATIONS_NOT_OPEN);
        }
        if (factsChanged) {
            return Optional.empty();
        }
        if (declined) {
            return Optional.of(ApplicationProblem.DECLINED_THIS_SEMESTER);
        }
        return carriesOver() ? Optional.of(ApplicationProblem.EVALUATED_IN_AUTUMN) : Optional.empty();
    }

    /** Whoever was evaluated in autumn goes on in spring, secondary vocational pupils excepted (S68). */
    private boolean carriesOver() {
        return semester.half() == Semester.Half.SPRING
                && (pupil.identifiedBefore() || decidedBefore)
                && !pupil.evaluatedAgain();
    }
}

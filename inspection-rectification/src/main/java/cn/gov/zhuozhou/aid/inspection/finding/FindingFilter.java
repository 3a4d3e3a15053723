package cn.gov.zhuozhou.aid.inspection.finding;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import java.util.UUID;

/**
 * Which lines are asked for; null where something does not matter.
 *
 * @param owner {@code school:<code>}, {@code town:<name>} or {@code bureau}
 * @param causePresent true for lines whose cause stands today, be they closed or not
 */
public record FindingFilter(
        Jurisdiction jurisdiction, String code, FindingState state, String owner, UUID student, Boolean causePresent) {
    /** Everything of a jurisdiction. */
    public static FindingFilter within(Jurisdiction jurisdiction) {
        return new FindingFilter(jurisdiction, null, null, null, null, null);
    }

    /** What a check finds wrong today. */
    public static FindingFilter hitsOf(String code, Jurisdiction jurisdiction) {
        return new FindingFilter(jurisdiction, code, null, null, null, true);
    }

    Conditions conditions() {
        return new Conditions()
                .and("f.school_code = ?", jurisdiction.school())
                .and("f.town = ?", jurisdiction.town())
                .and("f.code = ?", code)
                .and("f.state = ?", state == null ? null : state.name())
                .and("f.owner_unit = ?", owner)
                .and("f.student_id = ?", student)
                .and("f.cause_present = ?", causePresent);
    }
}

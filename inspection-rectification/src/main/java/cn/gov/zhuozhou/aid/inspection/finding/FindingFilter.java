package cn.gov.zhuozhou.aid.inspection.finding;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
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

    static final String CONDITIONS = """
            where (:ownSchool::text is null or f.school_code = :ownSchool)
              and (:ownTown::text is null or f.town = :ownTown)
              and (:code::text is null or f.code = :code)
              and (:state::text is null or f.state = :state)
              and (:owner::text is null or f.owner_unit = :owner)
              and (:student::uuid is null or f.student_id = :student)
              and (:causePresent::boolean is null or f.cause_present = :causePresent)
            """;

    /** For {@link #CONDITIONS}. */
    Values values() {
        return Values.of(jurisdiction.parameters())
                .and("code", code)
                .and("state", state)
                .and("owner", owner)
                .and("student", student)
                .and("causePresent", causePresent);
    }
}

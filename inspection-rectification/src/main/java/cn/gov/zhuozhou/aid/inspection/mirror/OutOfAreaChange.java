package cn.gov.zhuozhou.aid.inspection.mirror;

import cn.gov.zhuozhou.aid.chassis.sql.Values;
import java.util.UUID;

/** What we read of {@code registry.OutOfAreaStudentChanged.v1}: whether the letter to the school attended, or its reply, is late. */
record OutOfAreaChange(
        UUID outOfAreaStudentId, OutOfAreaState state, String town, OutOfAreaOverdue overdue, Boolean escalated)
        implements Fact {
    enum OutOfAreaState {
        ACTIVE,
        ENDED
    }

    @Override
    public UUID id() {
        return outOfAreaStudentId;
    }

    @Override
    public Subject subject() {
        return Subject.outOfArea(outOfAreaStudentId);
    }

    @Override
    public Object[] needed() {
        return new Object[] {outOfAreaStudentId, state, escalated};
    }

    @Override
    public String upsert() {
        return """
                insert into out_of_area_student (out_of_area_student_id, revision, town, overdue, escalated)
                values (:id, :revision, :town, :overdue, :escalated)
                on conflict (out_of_area_student_id) do update set revision = excluded.revision, town = excluded.town,
                  overdue = excluded.overdue, escalated = excluded.escalated
                where out_of_area_student.revision < excluded.revision""";
    }

    @Override
    public Values values(long revision) {
        return Values.of("id", outOfAreaStudentId)
                .and("revision", revision)
                .and("town", town)
                .and("overdue", state == OutOfAreaState.ACTIVE ? overdue : null)
                .and("escalated", escalated);
    }
}

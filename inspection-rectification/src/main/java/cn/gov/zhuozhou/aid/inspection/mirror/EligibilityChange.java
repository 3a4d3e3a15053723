package cn.gov.zhuozhou.aid.inspection.mirror;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import java.util.UUID;

/** What we read of {@code registry.EligibilityChanged.v1}. */
record EligibilityChange(
        UUID identificationId,
        UUID studentId,
        Semester semester,
        EligibilityState state,
        Boolean identified,
        Boolean validBasis)
        implements Fact {
    @Override
    public UUID id() {
        return identificationId;
    }

    @Override
    public Subject subject() {
        return Subject.pupil(studentId);
    }

    @Override
    public Object[] needed() {
        return new Object[] {identificationId, studentId, semester, state, identified, validBasis};
    }

    @Override
    public String upsert() {
        return """
                insert into eligibility (identification_id, revision, student_id, semester, semester_start, state,
                  identified, valid_basis) values (:id, :revision, :student, :semester, :semesterStart, :state, :identified, :validBasis)
                on conflict (identification_id) do update set revision = excluded.revision,
                  student_id = excluded.student_id, semester = excluded.semester,
                  semester_start = excluded.semester_start, state = excluded.state, identified = excluded.identified,
                  valid_basis = excluded.valid_basis, received_at = excluded.received_at
                where eligibility.revision < excluded.revision""";
    }

    @Override
    public Values values(long revision) {
        return Values.of("id", identificationId)
                .and("revision", revision)
                .and("student", studentId)
                .and("semester", semester.code())
                .and("semesterStart", semester.firstDay())
                .and("state", state)
                .and("identified", identified)
                .and("validBasis", validBasis);
    }
}

package cn.gov.zhuozhou.aid.inspection.mirror;

import cn.gov.zhuozhou.aid.chassis.sql.Values;
import java.util.UUID;

/** What we read of {@code accountability.AssignmentChanged.v1}; a gap names no person. */
record AssignmentChange(UUID assignmentId, UUID studentId, AssignmentState state, String personName, String post)
        implements Fact {
    @Override
    public UUID id() {
        return assignmentId;
    }

    @Override
    public Subject subject() {
        return Subject.pupil(studentId);
    }

    @Override
    public Object[] needed() {
        return new Object[] {assignmentId, studentId, state};
    }

    @Override
    public String upsert() {
        return """
                insert into assignment (assignment_id, revision, student_id, state, person_name, post)
                values (:id, :revision, :student, :state, :personName, :post)
                on conflict (assignment_id) do update set revision = excluded.revision,
                  student_id = excluded.student_id, state = excluded.state, person_name = excluded.person_name,
                  post = excluded.post
                where assignment.revision < excluded.revision""";
    }

    @Override
    public Values values(long revision) {
        return Values.of("id", assignmentId)
                .and("revision", revision)
                .and("student", studentId)
                .and("state", state)
                .and("personName", personName)
                .and("post", post);
    }
}

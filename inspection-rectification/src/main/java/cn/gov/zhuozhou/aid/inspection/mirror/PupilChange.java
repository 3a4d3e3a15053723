package cn.gov.zhuozhou.aid.inspection.mirror;

import cn.gov.zhuozhou.aid.chassis.sql.Values;
import java.util.UUID;

/** What we read of {@code registry.StudentChanged.v1}; name and town of a school may not be known yet. */
record PupilChange(
        UUID studentId,
        String name,
        String schoolCode,
        String schoolName,
        String schoolTown,
        Stage stage,
        Boolean boarding,
        EnrolmentState enrolmentState)
        implements Fact {
    @Override
    public UUID id() {
        return studentId;
    }

    @Override
    public Subject subject() {
        return Subject.pupil(studentId);
    }

    @Override
    public Object[] needed() {
        return new Object[] {studentId, name, schoolCode, stage, boarding, enrolmentState};
    }

    @Override
    public String upsert() {
        return """
                insert into pupil (student_id, revision, name, school_code, school_name, school_town, stage, boarding,
                  enrolment_state) values (:id, :revision, :name, :schoolCode, :schoolName, :schoolTown, :stage, :boarding, :enrolmentState)
                on conflict (student_id) do update set revision = excluded.revision, name = excluded.name,
                  school_code = excluded.school_code, school_name = excluded.school_name,
                  school_town = excluded.school_town, stage = excluded.stage, boarding = excluded.boarding,
                  enrolment_state = excluded.enrolment_state
                where pupil.revision < excluded.revision""";
    }

    @Override
    public Values values(long revision) {
        return Values.of("id", studentId)
                .and("revision", revision)
                .and("name", name)
                .and("schoolCode", schoolCode)
                .and("schoolName", schoolName)
                .and("schoolTown", schoolTown)
                .and("stage", stage)
                .and("boarding", boarding)
                .and("enrolmentState", enrolmentState);
    }
}

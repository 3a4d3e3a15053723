package cn.gov.zhuozhou.aid.inspection.mirror;

import java.sql.PreparedStatement;
import java.sql.SQLException;
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
                  enrolment_state) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (student_id) do update set revision = excluded.revision, name = excluded.name,
                  school_code = excluded.school_code, school_name = excluded.school_name,
                  school_town = excluded.school_town, stage = excluded.stage, boarding = excluded.boarding,
                  enrolment_state = excluded.enrolment_state
                where pupil.revision < excluded.revision""";
    }

    @Override
    public void bind(PreparedStatement row, long revision) throws SQLException {
        row.setObject(1, studentId);
        row.setLong(2, revision);
        row.setString(3, name);
        row.setString(4, schoolCode);
        row.setString(5, schoolName);
        row.setString(6, schoolTown);
        row.setString(7, stage.name());
        row.setBoolean(8, boarding);
        row.setString(9, enrolmentState.name());
    }
}

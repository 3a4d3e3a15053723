package cn.gov.zhuozhou.aid.inspection.mirror;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** What we read of {@code disbursement.AwardChanged.v1}. */
record AwardChange(
        UUID awardId, UUID studentId, Semester semester, String programme, String programmeName, AwardState state)
        implements Fact {
    @Override
    public UUID id() {
        return awardId;
    }

    @Override
    public Subject subject() {
        return Subject.pupil(studentId);
    }

    @Override
    public Object[] needed() {
        return new Object[] {awardId, studentId, semester, programme, state};
    }

    @Override
    public String upsert() {
        return """
                insert into award (award_id, revision, student_id, semester, semester_start, programme, programme_name,
                  state) values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (award_id) do update set revision = excluded.revision, student_id = excluded.student_id,
                  semester = excluded.semester, semester_start = excluded.semester_start,
                  programme = excluded.programme, programme_name = excluded.programme_name, state = excluded.state
                where award.revision < excluded.revision""";
    }

    @Override
    public void bind(PreparedStatement row, long revision) throws SQLException {
        row.setObject(1, awardId);
        row.setLong(2, revision);
        row.setObject(3, studentId);
        row.setString(4, semester.code());
        row.setObject(5, semester.firstDay());
        row.setString(6, programme);
        row.setString(7, programmeName);
        row.setString(8, state.name());
    }
}

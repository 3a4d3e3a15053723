package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Lists awards by SQL, narrowed to the caller's jurisdiction in the query itself. */
@ApplicationScoped
class AwardLists {
    /** An award in a list; {@code amountFen} null for a waiver at the school's own charge. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            UUID id,
            long revision,
            UUID studentId,
            String studentName,
            String schoolCode,
            String semester,
            String programme,
            String programmeName,
            String form,
            String payer,
            Long amountFen,
            String state,
            String because) {}

    /** What to list; any part but the semester may be null. */
    record Filter(String semester, String programme, String state, String school, UUID student) {}

    private static final String LIST = """
            select a.id, a.version + 1, a.student_id, p.name, a.school_code, a.semester, a.programme, a.programme_name,
                   a.form, a.payer, a.amount_fen, a.state, a.because
            from award a join pupil p on p.student_id = a.student_id
            where (:semester::text is null or a.semester = :semester)
              and (:programme::text is null or a.programme = :programme)
              and (:state::text is null or a.state = :state)
              and (:school::text is null or a.school_code = :school)
              and (:student::uuid is null or a.student_id = :student)
              and (:ownSchool::text is null or a.school_code = :ownSchool)
              and (:ownTown::text is null or a.school_town = :ownTown)
              and (:after::uuid is null or a.id > :after)
            order by a.id limit :limit
            """;

    @Inject
    Database database;

    List<Line> list(Filter filter, Jurisdiction within, UUID after, int limit) {
        return database.list(
                LIST,
                Values.of(within.parameters())
                        .and("semester", filter.semester())
                        .and("programme", filter.programme())
                        .and("state", filter.state())
                        .and("school", filter.school())
                        .and("student", filter.student())
                        .and("after", after)
                        .and("limit", limit),
                AwardLists::line);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getObject(11, Long.class),
                row.getString(12),
                row.getString(13));
    }
}

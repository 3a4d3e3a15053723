package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

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
            where (?::text is null or a.semester = ?)
              and (?::text is null or a.programme = ?)
              and (?::text is null or a.state = ?)
              and (?::text is null or a.school_code = ?)
              and (?::uuid is null or a.student_id = ?)
              and (?::text is null or a.school_code = ?)
              and (?::text is null or a.school_town = ?)
              and (?::uuid is null or a.id > ?)
            order by a.id limit ?
            """;

    @Inject
    DataSource dataSource;

    List<Line> list(Filter filter, Jurisdiction within, UUID after, int limit) {
        Object[] pairs = {
            filter.semester(),
            filter.programme(),
            filter.state(),
            filter.school(),
            filter.student(),
            within.school(),
            within.town(),
            after
        };
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(LIST)) {
            int at = 1;
            for (Object value : pairs) {
                statement.setObject(at++, value);
                statement.setObject(at++, value);
            }
            statement.setInt(at, limit);
            try (var row = statement.executeQuery()) {
                List<Line> found = new ArrayList<>();
                while (row.next()) {
                    found.add(new Line(
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
                            row.getString(13)));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("awards cannot be listed", e);
        }
    }
}

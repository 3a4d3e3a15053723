package cn.gov.zhuozhou.aid.inspection.finding;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the ledger for people, always within a jurisdiction. */
@ApplicationScoped
public class FindingQueries {
    /** How many lines of a check stand in a state, and how many of them are overdue. */
    public record Total(String code, FindingState state, long count, long overdue) {}

    private static final String SELECT = """
            select f.id, f.number, f.code, f.state, f.subject_id, f.student_id, p.name, f.owner_unit,
              case when f.school_code is not null then coalesce(p.school_name, f.school_code)
                when f.town is not null then f.town || '中心校' else '县教育局' end, f.town, f.semester,
              f.opened_at, f.deadline, f.state <> 'CLOSED' and f.deadline < ?, f.cause_present, f.measures, f.closed_at,
              f.closed_by, f.reasons, f.revision
            from finding f left join pupil p on p.student_id = f.student_id
            """;

    private static final String TOTALS = """
            select f.code, f.state, count(*), count(*) filter (where f.state <> 'CLOSED' and f.deadline < ?)
            from finding f
            """;

    @Inject
    DataSource dataSource;

    @Inject
    BusinessClock clock;

    /** In the order they were opened, after the line {@code after} if that is not null. */
    public List<FindingView> list(FindingFilter filter, UUID after, int limit) {
        Conditions conditions = filter.conditions().and("f.id > ?", after);
        return read(conditions, limit);
    }

    Optional<FindingView> find(FindingFilter filter, UUID id) {
        return read(filter.conditions().and("f.id = ?", id), 1).stream().findFirst();
    }

    public List<Total> totals(FindingFilter filter) {
        Conditions conditions = filter.conditions();
        String sql = TOTALS + conditions.sql() + " group by f.code, f.state order by f.code, f.state";
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, clock.today());
            conditions.bind(statement, 2);
            try (var rows = statement.executeQuery()) {
                List<Total> totals = new ArrayList<>();
                while (rows.next()) {
                    totals.add(new Total(
                            rows.getString(1),
                            FindingState.valueOf(rows.getString(2)),
                            rows.getLong(3),
                            rows.getLong(4)));
                }
                return totals;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("findings cannot be counted", e);
        }
    }

    private List<FindingView> read(Conditions conditions, int limit) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SELECT + conditions.sql() + " order by f.id limit ?")) {
            statement.setObject(1, clock.today());
            statement.setInt(conditions.bind(statement, 2), limit);
            try (var rows = statement.executeQuery()) {
                List<FindingView> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(view(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("findings cannot be read", e);
        }
    }

    private static FindingView view(ResultSet row) throws SQLException {
        return new FindingView(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getString(3),
                FindingState.valueOf(row.getString(4)),
                row.getObject(5, UUID.class),
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                instant(row, 12),
                row.getObject(13, LocalDate.class),
                row.getBoolean(14),
                row.getBoolean(15),
                row.getString(16),
                instant(row, 17),
                row.getString(18),
                Reasons.read(row.getString(19)),
                row.getLong(20));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

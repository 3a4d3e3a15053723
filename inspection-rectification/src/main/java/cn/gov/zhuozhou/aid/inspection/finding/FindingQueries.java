package cn.gov.zhuozhou.aid.inspection.finding;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the ledger for people, always within a jurisdiction. */
@ApplicationScoped
public class FindingQueries {
    /** How many lines of a check stand in a state, and how many of them are overdue. */
    public record Total(String code, FindingState state, long count, long overdue) {}

    private static final String SELECT = """
            select f.id, f.number, f.code, f.state, f.subject_id, f.student_id, p.name, f.owner_unit,
              case when f.school_code is not null then coalesce(p.school_name, f.school_code)
                when f.town is not null then f.town || '中心校' else '县教育局' end, f.town, f.semester,
              f.opened_at, f.deadline, f.state <> 'CLOSED' and f.deadline < :today, f.cause_present, f.measures, f.closed_at,
              f.closed_by, f.reasons, f.revision, f.confirmed_at, f.confirmed_by
            from finding f left join pupil p on p.student_id = f.student_id
            """ + FindingFilter.CONDITIONS;

    private static final String TOTALS =
            """
            select f.code, f.state, count(*), count(*) filter (where f.state <> 'CLOSED' and f.deadline < :today)
            from finding f
            """ + FindingFilter.CONDITIONS + "group by f.code, f.state order by f.code, f.state";

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    /** In the order they were opened, after the line {@code after} if that is not null. */
    public List<FindingView> list(FindingFilter filter, UUID after, int limit) {
        return database.list(
                SELECT + " and (:after::uuid is null or f.id > :after) order by f.id limit :limit",
                dated(filter).and("after", after).and("limit", limit),
                FindingQueries::view);
    }

    Optional<FindingView> find(FindingFilter filter, UUID id) {
        return database.first(SELECT + " and f.id = :id", dated(filter).and("id", id), FindingQueries::view);
    }

    public List<Total> totals(FindingFilter filter) {
        return database.list(
                TOTALS,
                dated(filter),
                row -> new Total(
                        row.getString(1), Rows.constant(row, 2, FindingState.class), row.getLong(3), row.getLong(4)));
    }

    private Values dated(FindingFilter filter) {
        return filter.values().and("today", clock.today());
    }

    private static FindingView view(ResultSet row) throws SQLException {
        return new FindingView(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getString(3),
                Rows.constant(row, 4, FindingState.class),
                row.getObject(5, UUID.class),
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                Rows.instant(row, 12),
                row.getObject(13, LocalDate.class),
                row.getBoolean(14),
                row.getBoolean(15),
                row.getString(16),
                Rows.instant(row, 17),
                row.getString(18),
                Reasons.read(row.getString(19)),
                row.getLong(20),
                Rows.instant(row, 21),
                row.getString(22));
    }
}

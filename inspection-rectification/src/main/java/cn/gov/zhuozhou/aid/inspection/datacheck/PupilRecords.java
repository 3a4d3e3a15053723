package cn.gov.zhuozhou.aid.inspection.datacheck;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord.Award;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord.Eligibility;
import cn.gov.zhuozhou.aid.inspection.mirror.AssignmentState;
import cn.gov.zhuozhou.aid.inspection.mirror.AwardState;
import cn.gov.zhuozhou.aid.inspection.mirror.DataCheckConfig;
import cn.gov.zhuozhou.aid.inspection.mirror.EligibilityState;
import cn.gov.zhuozhou.aid.inspection.mirror.EnrolmentState;
import cn.gov.zhuozhou.aid.inspection.mirror.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Puts together what is known of many pupils at once, in three queries. */
@ApplicationScoped
class PupilRecords {
    private static final String PUPILS = """
            select p.student_id, p.school_code, p.school_town, p.stage, p.boarding, p.enrolment_state,
              e.semester, e.state, e.identified, e.valid_basis,
              e.received_at > clock_timestamp() - ? * interval '1 ms'
            from pupil p
            left join lateral (select * from eligibility where eligibility.student_id = p.student_id
              order by semester_start desc, revision desc limit 1) e on true
            where p.student_id = any (?)""";

    private static final String AWARDS =
            "select student_id, semester, programme, state from award where student_id = any (?)";

    private static final String ASSIGNMENTS = "select student_id, state from assignment where student_id = any (?)";

    @Inject
    DataSource dataSource;

    @Inject
    DataCheckConfig config;

    /** Pupils the registry has not told of yet are left out. */
    List<PupilRecord> of(Collection<UUID> studentIds) {
        if (studentIds.isEmpty()) {
            return List.of();
        }
        try (var connection = dataSource.getConnection()) {
            Map<UUID, List<Award>> awards = awards(connection, studentIds);
            Map<UUID, List<AssignmentState>> assignments = assignments(connection, studentIds);
            try (var statement = connection.prepareStatement(PUPILS)) {
                statement.setLong(1, config.follow().toMillis());
                bind(statement, 2, studentIds);
                try (var rows = statement.executeQuery()) {
                    List<PupilRecord> pupils = new ArrayList<>();
                    while (rows.next()) {
                        UUID id = rows.getObject(1, UUID.class);
                        pupils.add(pupil(
                                rows, awards.getOrDefault(id, List.of()), assignments.getOrDefault(id, List.of())));
                    }
                    return pupils;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("pupils cannot be read", e);
        }
    }

    private static PupilRecord pupil(ResultSet row, List<Award> awards, List<AssignmentState> assignments)
            throws SQLException {
        return new PupilRecord(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                Stage.valueOf(row.getString(4)),
                row.getBoolean(5),
                EnrolmentState.valueOf(row.getString(6)),
                eligibility(row),
                awards,
                assignments);
    }

    private static Eligibility eligibility(ResultSet row) throws SQLException {
        String semester = row.getString(7);
        return semester == null
                ? null
                : new Eligibility(
                        Semester.parse(semester),
                        EligibilityState.valueOf(row.getString(8)),
                        row.getBoolean(9),
                        row.getBoolean(10),
                        row.getBoolean(11));
    }

    private static Map<UUID, List<Award>> awards(Connection connection, Collection<UUID> ids) throws SQLException {
        Map<UUID, List<Award>> found = new HashMap<>();
        try (var statement = connection.prepareStatement(AWARDS)) {
            bind(statement, 1, ids);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(new Award(
                                    Semester.parse(rows.getString(2)),
                                    rows.getString(3),
                                    AwardState.valueOf(rows.getString(4))));
                }
            }
        }
        return found;
    }

    private static Map<UUID, List<AssignmentState>> assignments(Connection connection, Collection<UUID> ids)
            throws SQLException {
        Map<UUID, List<AssignmentState>> found = new HashMap<>();
        try (var statement = connection.prepareStatement(ASSIGNMENTS)) {
            bind(statement, 1, ids);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(AssignmentState.valueOf(rows.getString(2)));
                }
            }
        }
        return found;
    }

    private static void bind(PreparedStatement statement, int index, Collection<UUID> ids) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("uuid", ids.toArray()));
    }
}

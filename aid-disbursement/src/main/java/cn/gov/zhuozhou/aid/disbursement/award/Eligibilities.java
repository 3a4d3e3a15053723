package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Keeps the newest state of each ruling, and which of them still wait for their pupil. */
@ApplicationScoped
class Eligibilities {
    /** A semester a pupil has a ruling in; {@code waiting} while it was never decided. */
    record Asked(Semester semester, boolean waiting) {}

    private static final String KEEP = """
            insert into eligibility as e (identification_id, student_id, semester, revision, result, state, identified,
                                          level, categories, four_category, valid_basis, ruling_id, received_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (identification_id) do update set
              revision = excluded.revision, result = excluded.result, state = excluded.state,
              identified = excluded.identified, level = excluded.level, categories = excluded.categories,
              four_category = excluded.four_category, valid_basis = excluded.valid_basis,
              ruling_id = excluded.ruling_id, received_at = excluded.received_at
            where e.revision < excluded.revision
            """;

    @Inject
    DataSource dataSource;

    /** Makes everything about one pupil happen one after the other, until the transaction ends. */
    void lock(UUID studentId) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            statement.setString(1, studentId.toString());
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("a pupil cannot be locked", e);
        }
    }

    /** False where the change is older than what is known. */
    boolean keep(EligibilityChange change, long revision, Instant now) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(KEEP)) {
            statement.setObject(1, change.identificationId());
            statement.setObject(2, change.studentId());
            statement.setString(3, change.semester().code());
            statement.setLong(4, revision);
            statement.setString(5, change.result());
            statement.setString(6, change.state());
            statement.setBoolean(7, change.identified());
            statement.setString(
                    8, change.level() == null ? null : change.level().name());
            statement.setArray(
                    9, connection.createArrayOf("text", change.categories().toArray()));
            statement.setBoolean(10, change.fourCategory());
            statement.setBoolean(11, change.validBasis());
            statement.setObject(12, change.rulingId());
            statement.setObject(13, now.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("an eligibility cannot be kept", e);
        }
    }

    List<Asked> semestersOf(UUID studentId) {
        String sql = """
                select semester, bool_or(decided_revision is null) from eligibility
                where student_id = ? group by semester
                """;
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, studentId);
            try (var rows = statement.executeQuery()) {
                List<Asked> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new Asked(Semester.parse(rows.getString(1)), rows.getBoolean(2)));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("eligibilities cannot be read", e);
        }
    }

    /** The one that governs: an identification in force before any other, then the one told of last. Marks it decided. */
    Optional<Eligibility> takeForDecision(UUID studentId, Semester semester) {
        String sql = """
                with decided as (
                  update eligibility set decided_revision = revision where student_id = ? and semester = ?
                  returning *)
                select identification_id, ruling_id, result, state, identified, level, categories, four_category,
                       valid_basis
                from decided order by identified desc, received_at desc, identification_id desc limit 1
                """;
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, studentId);
            statement.setString(2, semester.code());
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("an eligibility cannot be read", e);
        }
    }

    private static Eligibility read(ResultSet row) throws SQLException {
        String level = row.getString(6);
        return new Eligibility(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                level == null ? null : Level.valueOf(level),
                Set.of((String[]) row.getArray(7).getArray()),
                row.getBoolean(8),
                row.getBoolean(9));
    }
}

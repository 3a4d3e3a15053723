package cn.gov.zhuozhou.aid.chassis.job;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The rows of jobs. A running job is leased: a worker that dies stops renewing, and another takes the job up. */
@ApplicationScoped
class JobStore {
    static final int LEASE_SECONDS = 15;

    record Claimed(UUID id, String kind, String subject, Actor askedBy) {}

    @FunctionalInterface
    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    @Inject
    DataSource dataSource;

    void insert(UUID id, String kind, String subject, Actor actor) {
        update(
                "insert into job (id, kind, subject, state, created_by, created_name, created_org)"
                        + " values (?, ?, ?, 'QUEUED', ?, ?, ?)",
                s -> {
                    s.setObject(1, id);
                    s.setString(2, kind);
                    s.setString(3, subject);
                    s.setString(4, actor.id());
                    s.setString(5, actor.name());
                    s.setString(6, actor.jurisdiction().claim());
                });
    }

    Optional<Claimed> claim(String worker) {
        String sql = "update job set state = 'RUNNING', worker = ?, attempt = attempt + 1, done = 0,"
                + " lease_until = now() + make_interval(secs => " + LEASE_SECONDS + ")"
                + " where id = (select id from job where state = 'QUEUED' or (state = 'RUNNING' and lease_until < now())"
                + " order by created_at limit 1 for update skip locked)"
                + " returning id, kind, subject, created_by, created_name, created_org";
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = dataSource.getConnection();
                    var statement = connection.prepareStatement(sql)) {
                statement.setString(1, worker);
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(claimed(rows)) : Optional.empty();
                }
            }
        });
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        var actor = new Actor(row.getString(4), row.getString(5), Jurisdiction.parse(row.getString(6)));
        return new Claimed(row.getObject(1, UUID.class), row.getString(2), row.getString(3), actor);
    }

    void renew(String worker) {
        updateNow(
                "update job set lease_until = now() + make_interval(secs => " + LEASE_SECONDS + ")"
                        + " where state = 'RUNNING' and worker = ?",
                s -> s.setString(1, worker));
    }

    /** Keeps the progress; true where the job was cancelled. */
    boolean progress(UUID id, long done, Long total) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = dataSource.getConnection();
                    var statement = connection.prepareStatement(
                            "update job set done = ?, total = coalesce(?, total) where id = ? returning cancel")) {
                statement.setLong(1, done);
                statement.setObject(2, total, java.sql.Types.BIGINT);
                statement.setObject(3, id);
                try (var rows = statement.executeQuery()) {
                    return rows.next() && rows.getBoolean(1);
                }
            }
        });
    }

    void finish(UUID id, String state, String error) {
        updateNow("update job set state = ?, error = ?, finished_at = now(), lease_until = null where id = ?", s -> {
            s.setString(1, state);
            s.setString(2, error);
            s.setObject(3, id);
        });
    }

    /** Gives a job back unfinished: the service is stopping. */
    void release(String worker) {
        updateNow(
                "update job set state = 'QUEUED', lease_until = null where state = 'RUNNING' and worker = ?",
                s -> s.setString(1, worker));
    }

    /** True where the job was still open. */
    boolean cancel(UUID id) {
        return update(
                        "update job set cancel = true,"
                                + " finished_at = case when state = 'QUEUED' then now() end,"
                                + " state = case when state = 'QUEUED' then 'CANCELLED' else state end"
                                + " where id = ? and state in ('QUEUED', 'RUNNING')",
                        s -> s.setObject(1, id))
                == 1;
    }

    Optional<JobView> find(UUID id) {
        String sql = "select id, kind, subject, state, done, total, attempt, error, created_name, created_at,"
                + " finished_at from job where id = ?";
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(view(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a job cannot be read", e);
        }
    }

    private static JobView view(ResultSet row) throws SQLException {
        return new JobView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getObject(6, Long.class),
                row.getInt(7),
                row.getString(8),
                row.getString(9),
                instant(row, 10),
                instant(row, 11));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private void updateNow(String sql, Binder binder) {
        QuarkusTransaction.requiringNew().run(() -> update(sql, binder));
    }

    private int update(String sql, Binder binder) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a job cannot be written", e);
        }
    }
}

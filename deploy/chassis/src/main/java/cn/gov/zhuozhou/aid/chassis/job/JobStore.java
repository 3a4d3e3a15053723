package cn.gov.zhuozhou.aid.chassis.job;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of jobs. A running job is leased: a worker that dies stops renewing, and another takes the job up. */
@ApplicationScoped
class JobStore {
    record Claimed(UUID id, String kind, String subject, Actor askedBy) {}

    @Inject
    Database database;

    @Inject
    JobConfig config;

    void insert(UUID id, String kind, String subject, Actor actor) {
        database.update(
                """
                insert into job (id, kind, subject, state, created_by, created_name, created_org)
                values (:id, :kind, :subject, 'QUEUED', :by, :name, :org)
                """,
                Map.of(
                        "id",
                        id,
                        "kind",
                        kind,
                        "subject",
                        subject,
                        "by",
                        actor.id(),
                        "name",
                        actor.name(),
                        "org",
                        actor.jurisdiction().claim()));
    }

    Optional<Claimed> claim(String worker) {
        String sql = """
                update job set state = 'RUNNING', worker = :worker, attempt = attempt + 1, done = 0,
                    lease_until = now() + make_interval(secs => :lease)
                where id = (select id from job where state = 'QUEUED' or (state = 'RUNNING' and lease_until < now())
                    order by created_at limit 1 for update skip locked)
                returning id, kind, subject, created_by, created_name, created_org
                """;
        return QuarkusTransaction.requiringNew()
                .call(() -> database.first(
                        sql, Map.of("worker", worker, "lease", config.lease().toSeconds()), JobStore::claimed));
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        var actor = new Actor(row.getString(4), row.getString(5), Jurisdiction.parse(row.getString(6)));
        return new Claimed(row.getObject(1, UUID.class), row.getString(2), row.getString(3), actor);
    }

    void renew(String worker) {
        updateNow("""
                update job set lease_until = now() + make_interval(secs => :lease)
                where state = 'RUNNING' and worker = :worker
                """, Map.of("worker", worker, "lease", config.lease().toSeconds()));
    }

    /** Keeps the progress; true where the job was cancelled. */
    boolean progress(UUID id, long done, Long total) {
        String sql = "update job set done = :done, total = coalesce(:total, total) where id = :id returning cancel";
        var values = Values.of("id", id).and("done", done).and("total", total);
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        database.first(sql, values, row -> row.getBoolean(1)).orElse(false));
    }

    void finish(UUID id, String state, String error) {
        updateNow(
                "update job set state = :state, error = :error, finished_at = now(), lease_until = null where id = :id",
                Values.of("id", id).and("state", state).and("error", error));
    }

    /** Gives a job back unfinished: the service is stopping. */
    void release(String worker) {
        updateNow(
                "update job set state = 'QUEUED', lease_until = null where state = 'RUNNING' and worker = :worker",
                Map.of("worker", worker));
    }

    /** True where the job was still open. */
    boolean cancel(UUID id) {
        return database.update("""
                        update job set cancel = true,
                            finished_at = case when state = 'QUEUED' then now() end,
                            state = case when state = 'QUEUED' then 'CANCELLED' else state end
                        where id = :id and state in ('QUEUED', 'RUNNING')
                        """, Map.of("id", id)) == 1;
    }

    Optional<JobView> find(UUID id) {
        return database.first("""
                select id, kind, subject, state, done, total, attempt, error, created_name, created_at, finished_at
                from job where id = :id
                """, Map.of("id", id), JobStore::view);
    }

    /** How many jobs are queued or running. */
    long open() {
        return database.number("select count(*) from job where state in ('QUEUED', 'RUNNING')", Map.of());
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
                Rows.instant(row, 10),
                Rows.instant(row, 11));
    }

    private void updateNow(String sql, Map<String, ?> values) {
        QuarkusTransaction.requiringNew().run(() -> database.update(sql, values));
    }
}

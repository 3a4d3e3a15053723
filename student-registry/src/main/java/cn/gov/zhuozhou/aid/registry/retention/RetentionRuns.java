package cn.gov.zhuozhou.aid.registry.retention;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.job.Jobs;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.retention.RunState.Occasion;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Erasures: one is under way at a time; counted first, confirmed by another person, then done. */
@ApplicationScoped
class RetentionRuns {
    /** @param dueOn the day on which what is over is over */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Run(
            UUID id,
            RunState state,
            LocalDate dueOn,
            String reason,
            @JsonIgnore String askedBy,
            String askedByName,
            Instant askedAt,
            String decidedByName,
            Instant decidedAt,
            Instant doneAt,
            long version) {}

    /**
     * What would go of a kind.
     *
     * @param cutoff what ended on this day or before
     * @param held over, but kept
     * @param erased so far
     */
    record Item(RecordKind kind, UUID ruleId, LocalDate cutoff, long due, long held, long erased) {}

    /** One line of the protocol: never more than a count. */
    record Protocol(String kind, UUID ruleId, long records, String askedByName, String confirmedByName, Instant at) {}

    /** A run that was asked for, and the job that does the next part of it. */
    record Asked(UUID runId, UUID jobId) {}

    private static final String SUBJECT = "retention-run";

    private static final String SELECT = """
            select id, state, due_on, reason, asked_by, asked_by_name, asked_at, decided_by_name, decided_at, done_at, version
            from retention_run
            """;

    @Inject
    Database database;

    @Inject
    Jobs jobs;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    Asked ask(String reason, Actor actor) {
        UUID id = Ids.next();
        String masked = Masked.anywhere(reason.strip());
        int asked = database.update(
                """
                insert into retention_run (id, version, state, due_on, reason, asked_by, asked_by_name, asked_at)
                values (:id, 1, 'ASKED', :today, :reason, :by, :name, :now) on conflict do nothing
                """,
                Values.of("id", id)
                        .and("today", clock.today())
                        .and("reason", masked)
                        .and("by", actor.id())
                        .and("name", actor.name())
                        .and("now", clock.now()));
        if (asked == 0) {
            throw new ProblemException(RetentionProblem.RUN_OPEN);
        }
        trail.record(actor, "retention.asked", SUBJECT, id.toString(), masked);
        return new Asked(id, jobs.submit(RetentionJob.KIND, id.toString(), actor));
    }

    /** The second person's word. */
    Run decide(UUID id, boolean confirmed, String opinion, String ifMatch, Actor actor) {
        Run run = lock(id);
        if (actor.is(run.askedBy())) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        Versions.require(ifMatch, run.version());
        RunState to = run.state().after(confirmed ? Occasion.CONFIRMED : Occasion.DROPPED);
        database.update(
                """
                update retention_run set state = :state, decided_by = :by, decided_by_name = :name, decided_at = :now,
                    version = version + 1
                where id = :id
                """,
                Values.of("id", id)
                        .and("state", to)
                        .and("by", actor.id())
                        .and("name", actor.name())
                        .and("now", clock.now()));
        trail.record(
                actor,
                confirmed ? "retention.confirmed" : "retention.dropped",
                SUBJECT,
                id.toString(),
                Masked.anywhere(opinion.strip()));
        if (confirmed) {
            jobs.submit(RetentionJob.KIND, id.toString(), actor);
        }
        return find(id).orElseThrow();
    }

    void counted(Run run, List<Item> items) {
        database.batch(
                """
                insert into retention_run_item (run_id, kind, rule_id, cutoff, due, held)
                values (:run, :kind, :rule, :cutoff, :due, :held)
                """,
                items,
                item -> Values.of("run", run.id())
                        .and("kind", item.kind())
                        .and("rule", item.ruleId())
                        .and("cutoff", item.cutoff())
                        .and("due", item.due())
                        .and("held", item.held()));
        database.update(
                "update retention_run set state = :state, version = version + 1 where id = :id",
                Map.of("id", run.id(), "state", run.state().after(Occasion.COUNTED)));
    }

    void erased(Run run) {
        database.update(
                "update retention_run set state = :state, done_at = :now, version = version + 1 where id = :id",
                Map.of("id", run.id(), "state", run.state().after(Occasion.ERASED), "now", clock.now()));
    }

    void enter(Run run, Item item, int records) {
        database.update(
                """
                insert into retention_protocol (run_id, kind, rule_id, records, asked_by_name, confirmed_by_name, at)
                values (:run, :kind, :rule, :records, :asked, :confirmed, :now)
                """,
                Values.of("run", run.id())
                        .and("kind", item.kind())
                        .and("rule", item.ruleId())
                        .and("records", records)
                        .and("asked", run.askedByName())
                        .and("confirmed", run.decidedByName())
                        .and("now", clock.now()));
    }

    Page<Run> list(Paging paging) {
        return Page.of(
                database.list(
                        SELECT + " where cast(:after as uuid) is null or id > :after order by id limit "
                                + (paging.limit() + 1),
                        Values.of("after", paging.afterId()),
                        RetentionRuns::read),
                paging.limit(),
                Run::id);
    }

    Optional<Run> find(UUID id) {
        return database.first(SELECT + " where id = :id", Map.of("id", id), RetentionRuns::read);
    }

    /** Held until the transaction ends. */
    Run lock(UUID id) {
        return database.first(SELECT + " where id = :id for update", Map.of("id", id), RetentionRuns::read)
                .orElseThrow(ProblemException::notFound);
    }

    List<Item> items(UUID id) {
        return database.list(
                """
                select i.kind, i.rule_id, i.cutoff, i.due, i.held,
                  coalesce((select sum(p.records) from retention_protocol p where p.run_id = i.run_id and p.kind = i.kind), 0)
                from retention_run_item i where i.run_id = :id
                """,
                Map.of("id", id),
                row -> new Item(
                        RecordKind.valueOf(row.getString(1)),
                        row.getObject(2, UUID.class),
                        row.getObject(3, LocalDate.class),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)));
    }

    List<Protocol> protocol(UUID id) {
        return database.list(
                """
                select kind, rule_id, sum(records), min(asked_by_name), min(confirmed_by_name), max(at)
                from retention_protocol where run_id = :id group by kind, rule_id order by kind
                """,
                Map.of("id", id),
                row -> new Protocol(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        Rows.instant(row, 6)));
    }

    private static Run read(ResultSet row) throws SQLException {
        return new Run(
                row.getObject(1, UUID.class),
                RunState.valueOf(row.getString(2)),
                row.getObject(3, LocalDate.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Rows.instant(row, 7),
                row.getString(8),
                Rows.instant(row, 9),
                Rows.instant(row, 10),
                row.getLong(11));
    }
}

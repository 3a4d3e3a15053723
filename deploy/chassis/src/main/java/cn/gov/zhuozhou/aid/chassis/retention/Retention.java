package cn.gov.zhuozhou.aid.chassis.retention;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Masked;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rules of how long records are kept, and runs that erase what is over: counted first, then confirmed by another person. */
@ApplicationScoped
public class Retention {
    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    public List<RetentionRule> rules(RetainedRecords of) {
        return database.list(
                "select kind, valid_from, keep_years, legal_basis, proposal from " + of.name()
                        + "_rule order by kind, valid_from",
                Map.of(),
                Retention::rule);
    }

    /** From today on or later; a day has one rule of a kind. */
    public void add(RetainedRecords of, RetentionRule rule, Actor actor) {
        if (rule.validFrom().isBefore(clock.today())) {
            throw new ProblemException(RetentionProblem.RULE_NOT_AHEAD);
        }
        int added = database.update(
                """
                insert into %s_rule (kind, valid_from, keep_years, legal_basis, proposal, entered_by)
                values (:kind, :from, :years, :basis, false, :by) on conflict do nothing
                """.formatted(of.name()),
                Map.of(
                        "kind", rule.kind(),
                        "from", rule.validFrom(),
                        "years", rule.keepYears(),
                        "basis", rule.legalBasis(),
                        "by", actor.id()));
        if (added == 0) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        trail.record(
                actor,
                of.word() + ".rule-added",
                of.word() + "-rule",
                rule.kind(),
                rule.legalBasis(),
                Map.of("validFrom", rule.validFrom().toString(), "keepYears", rule.keepYears()));
    }

    /** Counts what is over; nothing goes before another person has confirmed it. */
    public RetentionRun ask(RetainedRecords of, String reason, Actor actor) {
        UUID id = Ids.next();
        String masked = Masked.anywhere(reason.strip());
        int asked = database.update(
                """
                insert into %s_run (id, state, due_on, reason, asked_by, asked_name, asked_at)
                values (:id, 'ASKED', :today, :reason, :by, :name, :now) on conflict do nothing
                """.formatted(of.name()),
                Values.of("id", id)
                        .and("today", clock.today())
                        .and("reason", masked)
                        .and("by", actor.id())
                        .and("name", actor.name())
                        .and("now", clock.now()));
        if (asked == 0) {
            throw new ProblemException(RetentionProblem.RUN_OPEN);
        }
        database.batch(
                """
                insert into %1$s_item (run_id, kind, keep_years, cutoff, due)
                select :run, :kind, :years, :cutoff, count(*) from %1$s_candidate c
                where c.kind = :kind and c.ended <= :cutoff
                """.formatted(of.name()),
                inForce(of),
                rule -> Map.of(
                        "run", id,
                        "kind", rule.kind(),
                        "years", rule.keepYears(),
                        "cutoff", rule.cutoff(clock.today())));
        trail.record(actor, of.word() + ".asked", of.word() + "-run", id.toString(), masked);
        return find(of, id);
    }

    /** The second person's word; erases at once. */
    public RetentionRun decide(RetainedRecords of, UUID id, boolean confirmed, String opinion, Actor actor) {
        RetentionRun run = find(of, id);
        if (actor.is(run.askedBy())) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        int decided = database.update(
                """
                update %s_run set state = :state, decided_by = :by, decided_name = :name, decided_at = :now
                where id = :id and state = 'ASKED'
                """.formatted(of.name()),
                Map.of(
                        "id", id,
                        "state", confirmed ? "DONE" : "DROPPED",
                        "by", actor.id(),
                        "name", actor.name(),
                        "now", clock.now()));
        if (decided == 0) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        if (confirmed) {
            database.list(
                    "select 1 from " + of.eraser() + "(:id, :today)",
                    Map.of("id", id, "today", clock.today()),
                    row -> true);
        }
        trail.record(
                actor,
                of.word() + (confirmed ? ".erased" : ".dropped"),
                of.word() + "-run",
                id.toString(),
                Masked.anywhere(opinion.strip()));
        return find(of, id);
    }

    public RetentionRun find(RetainedRecords of, UUID id) {
        return database.first("""
                        select id, state, due_on, reason, asked_by, asked_name, asked_at, decided_name, decided_at
                        from %s_run where id = :id
                        """.formatted(of.name()), Map.of("id", id), row -> run(row, items(of, id)))
                .orElseThrow(ProblemException::notFound);
    }

    private List<RetentionRule> inForce(RetainedRecords of) {
        return database.list("""
                select distinct on (kind) kind, valid_from, keep_years, legal_basis, proposal from %s_rule
                where valid_from <= :today order by kind, valid_from desc
                """.formatted(of.name()), Map.of("today", clock.today()), Retention::rule);
    }

    private List<RetentionRun.Item> items(RetainedRecords of, UUID run) {
        return database.list(
                "select kind, keep_years, cutoff, due, erased from " + of.name()
                        + "_item where run_id = :run order by kind",
                Map.of("run", run),
                row -> new RetentionRun.Item(
                        row.getString(1),
                        row.getInt(2),
                        row.getObject(3, LocalDate.class),
                        row.getLong(4),
                        row.getObject(5, Long.class)));
    }

    private static RetentionRule rule(ResultSet row) throws SQLException {
        return new RetentionRule(
                row.getString(1),
                row.getObject(2, LocalDate.class),
                row.getInt(3),
                row.getString(4),
                row.getBoolean(5));
    }

    private static RetentionRun run(ResultSet row, List<RetentionRun.Item> items) throws SQLException {
        return new RetentionRun(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Rows.instant(row, 7),
                row.getString(8),
                Rows.instant(row, 9),
                items);
    }
}

package cn.gov.zhuozhou.aid.accountability.retention;

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
import java.util.UUID;

/** Rules of how long cases name a person, and runs that take out what is over: counted first, then confirmed by another person. */
@ApplicationScoped
class Retention {
    enum Kind {
        ABSENCE_ENDED,
        /** Nobody has done anything about it for as long. */
        ABSENCE_NOT_ENDED
    }

    /** @param proposal delivered with the software, no decision of the bureau behind it yet */
    record Rule(Kind kind, LocalDate validFrom, int keepYears, String legalBasis, boolean proposal) {
        /** What ended on this day or before is over today. */
        LocalDate cutoff(LocalDate today) {
            return today.minusYears(keepYears).minusDays(1);
        }
    }

    /** @param erased null until it was confirmed */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(Kind kind, int keepYears, LocalDate cutoff, long due, Long erased) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Run(
            UUID id,
            String state,
            LocalDate dueOn,
            String reason,
            @JsonIgnore String askedBy,
            String askedName,
            Instant askedAt,
            String decidedName,
            Instant decidedAt,
            List<Item> items) {}

    private static final String SUBJECT = "retention-run";

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    List<Rule> rules() {
        return database.list(
                "select kind, valid_from, keep_years, legal_basis, proposal from retention_rule order by kind, valid_from",
                Map.of(),
                Retention::rule);
    }

    void add(Rule rule, Actor actor) {
        if (rule.validFrom().isBefore(clock.today())) {
            throw new ProblemException(RetentionProblem.RULE_NOT_AHEAD);
        }
        int added = database.update(
                """
                insert into retention_rule (kind, valid_from, keep_years, legal_basis, proposal, entered_by)
                values (:kind, :from, :years, :basis, false, :by) on conflict do nothing
                """,
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
                "retention.rule-added",
                "retention-rule",
                rule.kind().name(),
                rule.legalBasis(),
                Map.of("validFrom", rule.validFrom().toString(), "keepYears", rule.keepYears()));
    }

    Run ask(String reason, Actor actor) {
        UUID id = Ids.next();
        String masked = Masked.anywhere(reason.strip());
        int asked = database.update(
                """
                insert into retention_run (id, state, due_on, reason, asked_by, asked_name, asked_at)
                values (:id, 'ASKED', :today, :reason, :by, :name, :now) on conflict do nothing
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
        database.batch(
                """
                insert into retention_item (run_id, kind, keep_years, cutoff, due)
                select :run, :kind, :years, :cutoff, count(*) from retention_candidate c
                where c.kind = :kind and c.ended <= :cutoff
                """,
                inForce(),
                rule -> Map.of(
                        "run", id,
                        "kind", rule.kind(),
                        "years", rule.keepYears(),
                        "cutoff", rule.cutoff(clock.today())));
        trail.record(actor, "retention.asked", SUBJECT, id.toString(), masked);
        return find(id);
    }

    /** The second person's word; erases at once. */
    Run decide(UUID id, boolean confirmed, String opinion, Actor actor) {
        Run run = find(id);
        if (actor.is(run.askedBy())) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        int decided = database.update(
                """
                update retention_run set state = :state, decided_by = :by, decided_name = :name, decided_at = :now
                where id = :id and state = 'ASKED'
                """,
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
                    "select 1 from erase_absences(:id, :today)", Map.of("id", id, "today", clock.today()), row -> true);
        }
        trail.record(
                actor,
                confirmed ? "retention.erased" : "retention.dropped",
                SUBJECT,
                id.toString(),
                Masked.anywhere(opinion.strip()));
        return find(id);
    }

    Run find(UUID id) {
        return database.first("""
                        select id, state, due_on, reason, asked_by, asked_name, asked_at, decided_name, decided_at
                        from retention_run where id = :id
                        """, Map.of("id", id), row -> run(row, items(id)))
                .orElseThrow(ProblemException::notFound);
    }

    private List<Rule> inForce() {
        return database.list("""
                select distinct on (kind) kind, valid_from, keep_years, legal_basis, proposal from retention_rule
                where valid_from <= :today order by kind, valid_from desc
                """, Map.of("today", clock.today()), Retention::rule);
    }

    private List<Item> items(UUID run) {
        return database.list(
                "select kind, keep_years, cutoff, due, erased from retention_item where run_id = :run order by kind",
                Map.of("run", run),
                row -> new Item(
                        Kind.valueOf(row.getString(1)),
                        row.getInt(2),
                        row.getObject(3, LocalDate.class),
                        row.getLong(4),
                        row.getObject(5, Long.class)));
    }

    private static Rule rule(ResultSet row) throws SQLException {
        return new Rule(
                Kind.valueOf(row.getString(1)),
                row.getObject(2, LocalDate.class),
                row.getInt(3),
                row.getString(4),
                row.getBoolean(5));
    }

    private static Run run(ResultSet row, List<Item> items) throws SQLException {
        return new Run(
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

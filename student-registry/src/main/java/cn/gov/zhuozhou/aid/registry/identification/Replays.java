package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.job.JobHandler;
import cn.gov.zhuozhou.aid.chassis.job.JobRun;
import cn.gov.zhuozhou.aid.chassis.job.Jobs;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome;
import cn.gov.zhuozhou.aid.registry.identification.rule.Decision;
import cn.gov.zhuozhou.aid.registry.identification.rule.Level;
import cn.gov.zhuozhou.aid.registry.identification.rule.Result;
import cn.gov.zhuozhou.aid.registry.identification.rule.RuleSet;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Makes stored rulings again from their stored inputs. Under the rule set they were made with nothing may differ; under another
 * one the differences are the report. Nothing but the report is written.
 */
@ApplicationScoped
class Replays implements JobHandler {
    static final String KIND = "ruling-replay";
    private static final int CHUNK = 2000;

    /**
     * What is to be made again: all rulings of a semester under their own rule sets, its newest ones under another, or those named.
     *
     * @param ruleSet null: each under its own
     */
    record Order(String semester, List<UUID> ids, String ruleSet, String version) {}

    /**
     * The report.
     *
     * @param madeAgain null until the job is done
     */
    record Report(
            UUID id,
            UUID jobId,
            String semester,
            String ruleSet,
            String version,
            String askedBy,
            Instant askedAt,
            Long madeAgain,
            Long differing,
            Map<String, Long> changes) {}

    /** A ruling that comes out otherwise, and why. */
    record Line(
            UUID rulingId,
            UUID studentId,
            Outcome before,
            Outcome after,
            String reason,
            String reasonZh,
            String reasonEn,
            String legalBasis) {}

    record Outcome(Result result, Level level, List<Category> categories) {
        static Outcome of(Ruling ruling) {
            return new Outcome(
                    ruling.result(),
                    ruling.standing().level(),
                    ruling.standing().categories());
        }

        static Outcome of(Decision decision) {
            return new Outcome(decision.result(), decision.level(), decision.categories());
        }
    }

    @Inject
    Database database;

    @Inject
    RulingStore rulings;

    @Inject
    Rulebook rulebook;

    @Inject
    RuleSets ruleSets;

    @Inject
    RuleSetStore ruleSetStore;

    @Inject
    Jobs jobs;

    @Inject
    BusinessClock clock;

    @Override
    public String kind() {
        return KIND;
    }

    /** Queues it in the caller's transaction; a draft may be tried as well as an approved set. */
    Report order(Order order, Actor actor) {
        if (order.ruleSet() != null
                && ruleSetStore.find(order.ruleSet(), order.version()).isEmpty()) {
            throw ProblemException.notFound();
        }
        UUID id = Ids.next();
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("semester", order.semester());
        values.put("ids", order.ids());
        values.put("ruleSet", order.ruleSet());
        values.put("version", order.version());
        values.put("job", jobs.submit(KIND, id.toString(), actor));
        values.put("by", actor.id());
        values.put("name", actor.name());
        values.put("now", clock.now());
        database.update("""
                insert into replay (id, semester, ruling_ids, rule_set, rule_set_version, job_id, asked_by, asked_by_name,
                    asked_at)
                values (:id, :semester, :ids, :ruleSet, :version, :job, :by, :name, :now)
                """, values);
        return find(id).orElseThrow();
    }

    Optional<Report> find(UUID id) {
        return database.first("""
                select id, job_id, semester, rule_set, rule_set_version, asked_by_name, asked_at, made_again, differing
                from replay where id = :id
                """, Map.of("id", id), row -> report(row, changes(id)));
    }

    Page<Line> lines(UUID id, Paging paging) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("after", paging.afterId());
        return Page.of(
                database.list("""
                        select ruling_id, student_id, result_before, level_before, categories_before, result_after,
                            level_after, categories_after, reason, reason_zh, reason_en, legal_basis
                        from replay_line
                        where replay_id = :id and (cast(:after as uuid) is null or ruling_id > :after)
                        order by ruling_id limit
                        """ + (paging.limit() + 1), values, Replays::line), paging.limit(), Line::rulingId);
    }

    @Override
    public void run(JobRun run) {
        UUID id = UUID.fromString(run.subject());
        Order order = orderOf(id);
        RuleSet other = order.ruleSet() == null
                ? null
                : ruleSetStore
                        .find(order.ruleSet(), order.version())
                        .orElseThrow()
                        .set();
        QuarkusTransaction.requiringNew()
                .run(() -> database.update("delete from replay_line where replay_id = :id", Map.of("id", id)));
        long madeAgain = 0;
        long differing = 0;
        List<Ruling> chunk = rulings.after(new UUID(0, 0), order, CHUNK);
        while (!chunk.isEmpty()) {
            List<Line> lines = differences(chunk, other);
            QuarkusTransaction.requiringNew().run(() -> insert(id, lines));
            madeAgain += chunk.size();
            differing += lines.size();
            run.progress(madeAgain, null);
            chunk = rulings.after(chunk.getLast().id(), order, CHUNK);
        }
        Map<String, Object> counts = Map.of("id", id, "madeAgain", madeAgain, "differing", differing);
        QuarkusTransaction.requiringNew()
                .run(() -> database.update(
                        "update replay set made_again = :madeAgain, differing = :differing where id = :id", counts));
        run.reportNow(madeAgain, madeAgain);
    }

    private List<Line> differences(Collection<Ruling> made, RuleSet other) {
        return made.parallelStream()
                .map(ruling -> other == null ? again(ruling) : under(other, ruling))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Line> again(Ruling ruling) {
        Decision decision = rulebook.replay(ruling, ruleSets.approved(ruling.ruleSet(), ruling.ruleSetVersion()));
        boolean same = Outcome.of(decision).equals(Outcome.of(ruling))
                && decision.checks().equals(ruling.checks());
        return same ? Optional.empty() : Optional.of(differing(ruling, decision));
    }

    private Optional<Line> under(RuleSet other, Ruling ruling) {
        Decision decision = rulebook.replay(ruling, other);
        return Outcome.of(decision).equals(Outcome.of(ruling))
                ? Optional.empty()
                : Optional.of(differing(ruling, decision));
    }

    private static Line differing(Ruling ruling, Decision decision) {
        CheckOutcome why = decision.checks().getLast();
        return new Line(
                ruling.id(),
                ruling.studentId(),
                Outcome.of(ruling),
                Outcome.of(decision),
                why.reason(),
                why.zh(),
                why.en(),
                why.legalBasis());
    }

    private void insert(UUID id, List<Line> lines) {
        database.with(connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into replay_line values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (Line line : lines) {
                    Object[] values = {
                        id,
                        line.rulingId(),
                        line.studentId(),
                        line.before().result().name(),
                        IdentificationRows.name(line.before().level()),
                        IdentificationRows.array(insert, line.before().categories()),
                        line.after().result().name(),
                        IdentificationRows.name(line.after().level()),
                        IdentificationRows.array(insert, line.after().categories()),
                        line.reason(),
                        line.reasonZh(),
                        line.reasonEn(),
                        line.legalBasis()
                    };
                    for (int i = 0; i < values.length; i++) {
                        insert.setObject(i + 1, values[i]);
                    }
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    private Order orderOf(UUID id) {
        return database.first(
                        "select semester, ruling_ids, rule_set, rule_set_version from replay where id = :id",
                        Map.of("id", id),
                        row -> new Order(
                                row.getString(1),
                                row.getArray(2) == null
                                        ? null
                                        : List.of((UUID[]) row.getArray(2).getArray()),
                                row.getString(3),
                                row.getString(4)))
                .orElseThrow();
    }

    /** How many change from what to what. */
    private Map<String, Long> changes(UUID id) {
        Map<String, Long> counts = new TreeMap<>();
        database.list("""
                select concat_ws(' ', result_before, level_before, '→', result_after, level_after), count(*)
                from replay_line where replay_id = :id group by 1
                """, Map.of("id", id), row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    private static Report report(ResultSet row, Map<String, Long> changes) throws SQLException {
        return new Report(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Rows.instant(row, 7),
                row.getObject(8, Long.class),
                row.getObject(9, Long.class),
                changes);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new Outcome(
                        Result.valueOf(row.getString(3)),
                        IdentificationRows.level(row.getString(4)),
                        IdentificationRows.categories(row.getArray(5))),
                new Outcome(
                        Result.valueOf(row.getString(6)),
                        IdentificationRows.level(row.getString(7)),
                        IdentificationRows.categories(row.getArray(8))),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12));
    }
}

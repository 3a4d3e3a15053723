package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.job.Jobs;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.RegistryProblem;
import cn.gov.zhuozhou.aid.registry.hardship.Matching;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Withdrawals of batches delivered wrongly: one person proposes with a reason, another confirms, a job does it. */
@ApplicationScoped
class Withdrawals {
    /** What the second person says. */
    enum Verdict {
        CONFIRMED,
        REFUSED
    }

    /** Batches merged after this one that stand in its way; lists of other semesters do not. */
    private static final String LATER = """
            select l.id from feed_batch l join feed_batch b on b.id = :batch
            where l.source = b.source and l.semester is not distinct from b.semester and l.state = 'DONE'
              and l.merge_no > b.merge_no
            order by l.merge_no desc limit 20""";

    @Inject
    Database database;

    @Inject
    Batches batches;

    @Inject
    Matching matching;

    @Inject
    Undo undo;

    @Inject
    Jobs jobs;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    Withdrawal propose(UUID batch, String reason, Actor actor) {
        requireDone(batch);
        requireLast(batch);
        UUID id = Ids.next();
        int written = database.update(
                """
                insert into feed_withdrawal (id, batch_id, state, reason, proposed_by, proposed_by_name, proposed_at)
                values (:id, :batch, 'PROPOSED', :reason, :by, :name, :now) on conflict do nothing""",
                Map.of(
                        "id", id,
                        "batch", batch,
                        "reason", Masked.anywhere(reason),
                        "by", actor.id(),
                        "name", actor.name(),
                        "now", clock.now()));
        if (written == 0) {
            throw new ProblemException(RegistryProblem.ALREADY_WITHDRAWN);
        }
        trail.record(actor, "feed.withdrawal-proposed", "feed-batch", batch.toString(), Masked.anywhere(reason));
        return find(id);
    }

    Withdrawal decide(UUID id, String ifMatch, Verdict verdict, String opinion, Actor actor) {
        Withdrawal proposed = locked(id);
        if (!"PROPOSED".equals(proposed.state())) {
            throw new ProblemException(RegistryProblem.ALREADY_DECIDED);
        }
        Versions.require(ifMatch, proposed.version());
        if (isProposer(id, actor)) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("state", verdict);
        values.put("opinion", Masked.anywhere(opinion));
        values.put("by", actor.id());
        values.put("name", actor.name());
        values.put("now", clock.now());
        values.put("job", null);
        if (verdict == Verdict.CONFIRMED) {
            requireLast(proposed.batchId());
            values.put("job", jobs.submit(WithdrawalJob.KIND, id.toString(), actor));
        }
        database.update("""
                update feed_withdrawal set state = :state, opinion = :opinion, decided_by = :by, decided_by_name = :name,
                  decided_at = :now, job_id = :job, version = version + 1
                where id = :id""", values);
        String act = verdict == Verdict.CONFIRMED ? "feed.withdrawal-confirmed" : "feed.withdrawal-refused";
        trail.record(actor, act, "feed-batch", proposed.batchId().toString(), Masked.anywhere(opinion));
        return find(id);
    }

    Withdrawal find(UUID id) {
        return database.first(Withdrawal.SELECT + " where w.id = :id", Map.of("id", id), Withdrawal::of)
                .orElseThrow(ProblemException::notFound);
    }

    List<Withdrawal> list(String state, UUID after, int most) {
        Map<String, Object> values = new HashMap<>();
        values.put("state", state);
        values.put("after", after);
        values.put("most", most);
        return database.list(Withdrawal.SELECT + """
                 where (:state::text is null or w.state = :state) and (:after::uuid is null or w.id > :after)
                order by w.id limit :most""", values, Withdrawal::of);
    }

    /** Undoes the batch in the caller's transaction; a second run finds nothing to do. */
    void carryOut(UUID id) {
        matching.takeTurn();
        Withdrawal confirmed = locked(id);
        if (!"CONFIRMED".equals(confirmed.state())) {
            return;
        }
        Batch batch = batches.lock(confirmed.batchId());
        requireDone(batch.id());
        requireLast(batch.id());
        undo.undo(batch);
        batches.withdrawn(batch.id());
        database.update(
                """
                update feed_withdrawal set state = 'DONE', done_at = :now, version = version + 1, touched = :touched
                where id = :id""",
                Map.of(
                        "id", id,
                        "now", clock.now(),
                        "touched", matching.touchedStudents().size()));
    }

    void fail(UUID id, String error) {
        database.update("""
                update feed_withdrawal set state = 'FAILED', error = :error, version = version + 1
                where id = :id and state = 'CONFIRMED'""", Map.of("id", id, "error", error));
    }

    private Withdrawal locked(UUID id) {
        return database.first(Withdrawal.SELECT + " where w.id = :id for update of w", Map.of("id", id), Withdrawal::of)
                .orElseThrow(ProblemException::notFound);
    }

    private boolean isProposer(UUID id, Actor actor) {
        return database.first(
                        "select 1 from feed_withdrawal where id = :id and proposed_by = :by",
                        Map.of("id", id, "by", actor.id()),
                        row -> row.getInt(1))
                .isPresent();
    }

    private void requireDone(UUID batch) {
        switch (batches.state(batch).orElseThrow(ProblemException::notFound)) {
            case "DONE" -> {}
            case "WITHDRAWN" -> throw new ProblemException(RegistryProblem.ALREADY_WITHDRAWN);
            default -> throw new ProblemException(RegistryProblem.BATCH_NOT_DONE);
        }
    }

    private void requireLast(UUID batch) {
        List<String> later = database.list(LATER, Map.of("batch", batch), row -> row.getString(1));
        if (!later.isEmpty()) {
            String ids = later.stream().collect(Collectors.joining(", "));
            Text text = Text.of("请先按顺序撤回：%s。", "Withdraw these first, in this order: %s.")
                    .formatted(ids);
            throw new ProblemException(
                    RegistryProblem.LATER_BATCHES,
                    text,
                    later.stream()
                            .map(other -> new FieldError("batch", other, text))
                            .toList());
        }
    }
}

package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.identification.Proposal.Proposer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Evaluates pupils again whose facts have changed. While no semester is open there is nothing to evaluate: the opening looks at
 * everybody whom the facts concern.
 */
@ApplicationScoped
public class Reevaluations {
    private static final int CHUNK = 500;

    @Inject
    Database database;

    @Inject
    IdentificationStore store;

    @Inject
    Semesters semesters;

    @Inject
    Evaluator evaluator;

    /** Evaluates these pupils with the facts as they are now, in the caller's transaction. */
    public void evaluate(Collection<UUID> studentIds) {
        Proposer by = Proposer.of(Actor.system("identification"));
        if (!studentIds.isEmpty()) {
            semesters.current().ifPresent(semester -> evaluator.evaluate(semester, studentIds, by));
        }
    }

    /** Works off {@code pending_evaluation} in transactions of its own, so that a crash loses and doubles nothing. */
    public void evaluatePending() {
        int taken = CHUNK;
        while (taken == CHUNK) {
            taken = QuarkusTransaction.requiringNew().call(this::evaluateChunk);
        }
    }

    /** Takes up what a crash left behind. */
    @Scheduled(
            every = "${aid.identification.pending-every:5s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        if (database.first("select 1 from pending_evaluation limit 1", Map.of(), row -> row.getInt(1))
                .isPresent()) {
            evaluatePending();
        }
    }

    private int evaluateChunk() {
        store.lock();
        if (semesters.current().isEmpty()) {
            take("all");
            return 0;
        }
        List<UUID> taken = take(String.valueOf(CHUNK));
        evaluate(taken);
        return taken.size();
    }

    /** The ids are picked once, in an array: as a joined subquery the picking may be done again for every row. */
    private List<UUID> take(String limit) {
        return database.list("""
                delete from pending_evaluation where student_id = any (array(
                  select student_id from pending_evaluation order by student_id limit %s for update skip locked))
                returning student_id""".formatted(limit), Map.of(), row -> row.getObject(1, UUID.class));
    }
}

package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.job.JobHandler;
import cn.gov.zhuozhou.aid.chassis.job.JobRun;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.tabular.UnreadableTable;
import cn.gov.zhuozhou.aid.registry.identification.Reevaluations;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * Takes a kept file in: staged, merged and counted in one transaction, so that a run killed at any moment leaves nothing and the
 * next one begins anew; then the pupils it touched are evaluated.
 */
@ApplicationScoped
class FeedJob implements JobHandler {
    static final String KIND = "feed";

    /** For the largest file; the job's lease, not this, notices a dead worker. */
    private static final Duration LONGEST = Duration.ofHours(1);

    @Inject
    Database database;

    @Inject
    Batches batches;

    @Inject
    FeedFiles files;

    @Inject
    Staging staging;

    @Inject
    FeedMerges merges;

    @Inject
    Reevaluations reevaluations;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws IOException {
        UUID id = UUID.fromString(run.subject());
        if (!batches.isSettled(id)) {
            try (Restored file = files.restoring(FeedFiles.Owner.BATCH, id)) {
                QuarkusTransaction.requiringNew()
                        .timeout((int) LONGEST.toSeconds())
                        .run(() -> take(id, file, done -> run.progress(done, null)));
            } catch (UnreadableTable e) {
                QuarkusTransaction.requiringNew()
                        .run(() -> batches.fail(id, e.reason().name()));
                throw e;
            } catch (RuntimeException e) {
                QuarkusTransaction.requiringNew()
                        .run(() -> batches.fail(id, e.getClass().getSimpleName()));
                throw e;
            }
        }
        reevaluations.evaluatePending();
    }

    /** In the caller's transaction. */
    void take(UUID id, Restored file, LongConsumer progress) {
        Batch batch = batches.lock(id);
        if (batches.isSettled(id)) {
            return;
        }
        database.expectLargeSets();
        database.planForWhatIsThere();
        database.execute("set local random_page_cost = 1.1");
        if (batch.source().rows().isRegister()) {
            // What a register says already decides what is staged of a file; others are read while they wait.
            merges.takeTurn();
        }
        Staging.Staged staged = staging.stage(batch, staging.contentOf(batch, file), progress);
        merges.takeTurn();
        batches.requireNewest(batch.source(), batch.asOf(), batch.semester());
        batches.count(id, 0, merges.merge(batch, staged));
        progress.accept(staged.rows());
    }
}

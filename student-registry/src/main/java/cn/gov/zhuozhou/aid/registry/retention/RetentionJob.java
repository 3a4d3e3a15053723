package cn.gov.zhuozhou.aid.registry.retention;

import cn.gov.zhuozhou.aid.chassis.job.JobHandler;
import cn.gov.zhuozhou.aid.chassis.job.JobRun;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.feed.FeedMerges;
import cn.gov.zhuozhou.aid.registry.retention.RetentionRuns.Item;
import cn.gov.zhuozhou.aid.registry.retention.RetentionRuns.Run;
import cn.gov.zhuozhou.aid.registry.retention.RunState.Occasion;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Counts what a run would erase, or erases it: a few thousand records at a time, each portion with its line of the protocol in one
 * transaction, so that a run taken up again goes on where it was.
 */
@ApplicationScoped
class RetentionJob implements JobHandler {
    static final String KIND = "retention";
    private static final int PORTION = 2_000;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    @Inject
    RetentionRuns runs;

    @Inject
    RetentionRules rules;

    @Inject
    Erasures erasures;

    @Inject
    FeedMerges merges;

    @Inject
    Trail trail;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun job) {
        UUID id = UUID.fromString(job.subject());
        inTransaction(() -> count(id));
        Run run = runs.find(id).orElseThrow();
        if (run.state().next(Occasion.ERASED).isEmpty()) {
            return;
        }
        List<Item> items =
                runs.items(id).stream().sorted(Comparator.comparing(Item::kind)).toList();
        long done = 0;
        for (Item item : items) {
            int erased = erase(run, item);
            while (erased > 0) {
                done += erased;
                job.progress(done, null);
                erased = erase(run, item);
            }
        }
        inTransaction(() -> finish(id, job));
    }

    private void count(UUID id) {
        Run run = runs.lock(id);
        if (run.state().next(Occasion.COUNTED).isPresent()) {
            runs.counted(
                    run,
                    rules.inForce(run.dueOn()).stream()
                            .map(rule -> item(run, rule))
                            .toList());
        }
    }

    private Item item(Run run, RetentionRule rule) {
        var cutoff = rule.cutoff(run.dueOn());
        Erasures.Found found = erasures.count(rule.kind(), cutoff);
        return new Item(rule.kind(), rule.id(), cutoff, found.due(), found.held(), 0);
    }

    private int erase(Run run, Item item) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) LONGEST.toSeconds())
                .call(() -> {
                    // Files and messages change the same records.
                    merges.takeTurn();
                    List<UUID> ids = erasures.due(item.kind(), item.cutoff(), null, PORTION);
                    if (!ids.isEmpty()) {
                        erasures.erase(run.id(), item.kind(), ids);
                        runs.enter(run, item, ids.size());
                    }
                    return ids.size();
                });
    }

    private void finish(UUID id, JobRun job) {
        Run run = runs.lock(id);
        if (run.state().next(Occasion.ERASED).isPresent()) {
            runs.erased(run);
            trail.record(
                    job.askedBy(),
                    "retention.erased",
                    "retention-run",
                    id.toString(),
                    run.reason(),
                    Map.of(
                            "records",
                            runs.items(id).stream().mapToLong(Item::erased).sum()));
        }
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().timeout((int) LONGEST.toSeconds()).run(work);
    }
}

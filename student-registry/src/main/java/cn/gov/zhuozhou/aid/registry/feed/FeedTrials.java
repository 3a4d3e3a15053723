package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Files merged on trial: the intake's own checks, cleaning and merge, in a transaction the caller rolls back. */
@ApplicationScoped
public class FeedTrials {
    /**
     * A file as it was handed in.
     *
     * @param semester only of the list of identified pupils
     */
    public record Handed(String source, LocalDate asOf, String semester) {}

    @Inject
    FeedChecks checks;

    @Inject
    Batches batches;

    @Inject
    FeedFiles files;

    @Inject
    Staging staging;

    @Inject
    FeedMerges merges;

    @Inject
    Database database;

    /** Looks at a file as the intake does; ends the request where the intake would. */
    public Handed check(String sourceCode, String asOf, String semester, Path body) {
        Feed source = FeedResource.source(sourceCode);
        String listed = source == Feed.IDENTIFIED ? checks.semester(semester) : null;
        LocalDate day = checks.asOf(asOf);
        batches.requireNewest(source, day, listed);
        checks.columns(source, body);
        return new Handed(source.code(), day, listed);
    }

    /** Keeps the file of a trial, encrypted. */
    public void keep(UUID trial, Path body) throws IOException {
        files.keep(FeedFiles.Owner.TRIAL, trial, body);
    }

    public void forget(UUID trial) {
        files.forget(FeedFiles.Owner.TRIAL, trial);
    }

    /**
     * Merges the kept file of a trial in the caller's transaction and gives the pupils whose facts it touched. Takes its turn as
     * late as can be, for the intakes behind it wait until the transaction ends, and gives up rather than wait itself meanwhile.
     */
    public List<UUID> merge(UUID trial, Handed handed, Actor by, LongConsumer progress) throws IOException {
        Batch batch = new Batch(trial, Feed.of(handed.source()).orElseThrow(), handed.asOf(), handed.semester());
        Path file = files.restore(FeedFiles.Owner.TRIAL, trial);
        try {
            database.execute("set local work_mem = '64MB'");
            batches.insert(batch, Files.size(file), batch.source().columns(), null, by);
            FeedContent content = staging.contentOf(batch.source(), file);
            staging.stage(batch, content, false, progress);
            database.execute("set local lock_timeout = '10min'");
            merges.takeTurn();
            database.execute("set local lock_timeout = '10s'");
            database.execute("set local statement_timeout = '2min'");
            merges.merge(batch, content);
        } finally {
            Files.deleteIfExists(file);
        }
        // Those an intake has left to be evaluated are not the trial's.
        return database.list(
                "select student_id from pending_evaluation where xmin = pg_current_xact_id()::xid order by student_id",
                Map.of(),
                row -> row.getObject(1, UUID.class));
    }
}

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

    /** The tables a merge writes to. */
    public static final List<String> WRITTEN = List.of(
            "school",
            "student",
            "identified_entry",
            "prior_identification",
            "register_entry",
            "refused_member",
            "match_case",
            "evidence",
            "feed_batch",
            "feed_row",
            "pending_evaluation",
            "outbox");

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

    /** Merges the kept file of a trial; takes no turn among merges, for the tables it writes to are nobody else's. */
    public void merge(UUID trial, Handed handed, Actor by, LongConsumer progress) throws IOException {
        Batch batch = new Batch(trial, Feed.of(handed.source()).orElseThrow(), handed.asOf(), handed.semester());
        Path file = files.restore(FeedFiles.Owner.TRIAL, trial);
        try {
            database.execute("set local work_mem = '64MB'");
            batches.insert(batch, Files.size(file), batch.source().columns(), null, by);
            staging.stage(batch, file, progress);
            merges.merge(batch);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}

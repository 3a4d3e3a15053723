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

/** Files merged on trial: the intake's own checks, cleaning and merge, on copies in a transaction the caller rolls back. */
@ApplicationScoped
public class FeedTrials {
    /**
     * A file as it was handed in.
     *
     * @param semester only of the list of identified pupils
     * @param mode all there is, or what has changed
     * @param sheets of its workbook that are read
     */
    public record Handed(String source, LocalDate asOf, String semester, String mode, List<String> sheets) {}

    @Inject
    FeedIntake intake;

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
    Copies copies;

    @Inject
    Database database;

    /** Looks at a file as the intake does, with what is said of it; ends the request where the intake would. */
    public Handed check(String source, String asOf, String semester, String mode, String sheet, Path body) {
        Batch batch = intake.batch(new FeedIntake.Asked(source, asOf, semester, mode, sheet));
        List<String> sheets = checks.table(batch, body, sheet).sheets();
        return new Handed(
                batch.source().code(),
                batch.asOf(),
                batch.semester(),
                batch.mode().name(),
                sheets);
    }

    /** Keeps the file of a trial, encrypted. */
    public void keep(UUID trial, Path body) throws IOException {
        files.keep(FeedFiles.Owner.TRIAL, trial, body);
    }

    public void forget(UUID trial) {
        files.forget(FeedFiles.Owner.TRIAL, trial);
    }

    /**
     * Merges the kept file of a trial and gives the pupils whose facts it touches. Must come first in the caller's transaction;
     * intakes go on meanwhile, and what they bring is not seen.
     */
    public List<UUID> merge(UUID trial, Handed handed, Actor by, LongConsumer progress) throws IOException {
        Feed source = Feed.of(handed.source()).orElseThrow();
        Batch batch = Batch.ofFile(trial, source, handed.asOf(), handed.semester(), Batch.Mode.valueOf(handed.mode()));
        copies.begin();
        try (Restored file = files.restoring(FeedFiles.Owner.TRIAL, trial)) {
            database.expectLargeSets();
            database.planForWhatIsThere();
            batches.insert(
                    batch, Files.size(file.file()), new FeedChecks.Table(source.columns(), handed.sheets()), null, by);
            FeedContent content = staging.contentOf(batch, file);
            Staging.Staged staged = staging.stage(batch, content, progress);
            copies.onlyOn(() -> merges.merge(batch, staged));
        }
        return database.list(
                "select student_id from pending_evaluation order by student_id",
                Map.of(),
                row -> row.getObject(1, UUID.class));
    }
}

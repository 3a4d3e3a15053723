package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableFile;
import cn.gov.zhuozhou.aid.registry.feed.row.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Streams rows, cleaned, indexed and sealed, into the staging table of their kind; memory does not grow with their number. */
@ApplicationScoped
class Staging {
    private static final FeedContent NOTHING = consumer -> {};
    private static final int TELL_EVERY = 1_000;

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Inject
    FeedChecks checks;

    @Inject
    Wordings wordings;

    @Inject
    Batches batches;

    /** The rows of a file, as its provider writes them. */
    FeedContent contentOf(Batch batch, Path file) {
        Wording wording = wordings.of(batch);
        TableFile table = TableFile.open(file, checks.limits());
        List<String> chosen = batches.sheets(batch.id());
        List<String> sheets = chosen.isEmpty() ? table.sheets(wording.layout(), null) : chosen;
        return taker ->
                table.<SQLException>read(wording.layout(), sheets, row -> taker.take(row, () -> wording.read(row)));
    }

    /** Stages a delivery in the caller's transaction; returns the number of rows. */
    long stage(Batch batch, FeedContent content, LongConsumer progress) {
        return stage(content, stageOf(batch), progress);
    }

    /** Stages these lines of a register whole. */
    void stageWhole(FeedContent content, BitSet lines) {
        stage(lines.isEmpty() ? NOTHING : content, new RegisterStage(crypto.session(), lines::get), done -> {});
    }

    private long stage(FeedContent content, Stage stage, LongConsumer progress) {
        database.execute(stage.preparation());
        long rows = database.with(connection -> {
            try (var copy = new BinaryCopy(connection, stage.table())) {
                content.forEach(new Writing(stage, copy, progress)::take);
                return copy.finish();
            }
        });
        database.analyzeIfMany(stage.table(), rows);
        return rows;
    }

    private Stage stageOf(Batch batch) {
        var session = crypto.session();
        return switch (batch.source()) {
            case SCHOOLS -> new SchoolStage(session);
            case ENROLMENT -> new StudentStage(session);
            case IDENTIFIED -> new IdentifiedStage(session);
            case DIBAO, TEKUN, ORPHAN, POVERTY_OFFICE, DISABLED_FEDERATION ->
                batch.isSnapshot() ? new RegisterGlance(session) : new RegisterStage(session, line -> true);
        };
    }

    private static final class Writing {
        private final Stage stage;
        private final BinaryCopy copy;
        private final LongConsumer progress;
        private long done;

        Writing(Stage stage, BinaryCopy copy, LongConsumer progress) {
            this.stage = stage;
            this.copy = copy;
            this.progress = progress;
        }

        void take(Row row, Supplier<Wording.Reading> reading) throws SQLException {
            if (stage.takes(row.line())) {
                Wording.Reading read = reading.get();
                stage.write(copy, row, read.row(), read.ends());
            }
            if (++done % TELL_EVERY == 0) {
                progress.accept(done);
            }
        }
    }
}

package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableFile;
import cn.gov.zhuozhou.aid.registry.feed.row.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;

/** Streams rows, cleaned, indexed and sealed, into the staging table of their kind; memory does not grow with their number. */
@ApplicationScoped
class Staging {
    private static final int TELL_EVERY = 1_000;

    /**
     * What was staged.
     *
     * @param rows of the delivery, those passed over too
     * @param said what the register said before; of no other kind is anything passed over
     */
    record Staged(long rows, SaidBefore said) {}

    private record Delivered(Row row, Wording.Reading reading) {}

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

    @Inject
    RegisterMemory memory;

    /** The rows of a file, as its provider writes them; it need not be there before they are gone through. */
    FeedContent contentOf(Batch batch, Restored file) {
        Wording wording = wordings.of(batch);
        List<String> chosen = batches.sheets(batch.id());
        return taker -> {
            TableFile table = TableFile.open(present(file), checks.limits());
            List<String> sheets = chosen.isEmpty() ? table.sheets(wording.layout(), null) : chosen;
            table.<Delivered, SQLException>read(
                    wording.layout(),
                    sheets,
                    row -> new Delivered(row, wording.read(row)),
                    delivered -> taker.take(delivered.row(), delivered.reading()));
        };
    }

    private static Path present(Restored file) {
        try {
            return file.file();
        } catch (IOException e) {
            throw new UncheckedIOException("a kept file could not be restored", e);
        }
    }

    /** Stages a delivery in the caller's transaction; a register's in its turn ({@link FeedMerges#takeTurn}). */
    Staged stage(Batch batch, FeedContent content, LongConsumer progress) {
        SaidBefore said =
                batch.isSnapshot() && batch.source().rows().isRegister() ? memory.before(batch) : SaidBefore.nothing();
        Stage stage = stageOf(batch, said);
        database.execute(stage.preparation());
        return database.with(connection -> {
            try (var copy = new BinaryCopy(connection, stage.table())) {
                var writing = new Writing(stage, copy, progress);
                content.forEach(writing::take);
                database.analyzeIfMany(stage.table(), copy.finish());
                return new Staged(writing.done, said);
            }
        });
    }

    private Stage stageOf(Batch batch, SaidBefore said) {
        var session = crypto.session();
        return switch (batch.source()) {
            case SCHOOLS -> new SchoolStage(session);
            case ENROLMENT -> new StudentStage(session);
            case IDENTIFIED -> new IdentifiedStage(session);
            case DIBAO, TEKUN, ORPHAN, POVERTY_OFFICE, DISABLED_FEDERATION -> new RegisterStage(session, said);
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

        void take(Row row, Wording.Reading reading) throws SQLException {
            stage.write(copy, row, reading.row(), reading.ends());
            if (++done % TELL_EVERY == 0) {
                progress.accept(done);
            }
        }
    }
}

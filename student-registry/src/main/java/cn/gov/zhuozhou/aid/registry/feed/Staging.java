package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.LongConsumer;

/** Streams rows, cleaned, indexed and sealed, into the staging table of their kind; memory does not grow with their number. */
@ApplicationScoped
class Staging {
    private static final int TELL_EVERY = 1_000;

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Inject
    FeedChecks checks;

    /** Stages a file in the caller's transaction; returns the number of rows. */
    long stage(Batch batch, Path file, LongConsumer progress) {
        Stage stage = stageOf(batch.source(), false);
        database.execute(stage.preparation());
        long rows = database.with(connection -> {
            try (var copy = new BinaryCopy(connection, stage.table())) {
                TableFile.open(file, checks.limits())
                        .<SQLException>read(
                                batch.source().format().layout(), new Writing(batch, stage, copy, progress)::take);
                return copy.finish();
            }
        });
        database.analyzeIfMany(stage.table(), rows);
        return rows;
    }

    /** Stages one row of a register, which a message brought. */
    void stageOne(Batch batch, Row row, boolean ended) {
        Stage stage = stageOf(batch.source(), ended);
        database.execute(stage.preparation());
        database.with(connection -> {
            try (var copy = new BinaryCopy(connection, stage.table())) {
                stage.write(copy, row, batch.source().format().read(row));
                return copy.finish();
            }
        });
    }

    private Stage stageOf(Feed feed, boolean ended) {
        var session = crypto.session();
        return switch (feed) {
            case SCHOOLS -> new SchoolStage(session);
            case ENROLMENT -> new StudentStage(session);
            case IDENTIFIED -> new IdentifiedStage(session);
            case DIBAO, TEKUN, ORPHAN, POVERTY_OFFICE, DISABLED_FEDERATION -> new RegisterStage(feed, session, ended);
        };
    }

    private static final class Writing {
        private final Batch batch;
        private final Stage stage;
        private final BinaryCopy copy;
        private final LongConsumer progress;
        private long done;

        Writing(Batch batch, Stage stage, BinaryCopy copy, LongConsumer progress) {
            this.batch = batch;
            this.stage = stage;
            this.copy = copy;
            this.progress = progress;
        }

        void take(Row row) throws SQLException {
            stage.write(copy, row, batch.source().format().read(row));
            if (++done % TELL_EVERY == 0) {
                progress.accept(done);
            }
        }
    }
}

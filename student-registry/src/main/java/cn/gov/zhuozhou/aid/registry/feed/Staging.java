package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.BitSet;
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

    /** The rows of a file. */
    FeedContent contentOf(Feed source, Path file) {
        TableFile table = TableFile.open(file, checks.limits());
        return consumer -> table.read(source.format().layout(), consumer);
    }

    /** Stages a delivery in the caller's transaction; returns the number of rows. */
    long stage(Batch batch, FeedContent content, boolean ended, LongConsumer progress) {
        return stage(batch.source(), content, stageOf(batch.source(), ended), progress);
    }

    /** Stages whole the rows of a register that say something new. */
    void stageNews(Feed source, FeedContent content, BitSet lines) {
        stage(source, content, new RegisterNews(source, crypto.session(), lines), done -> {});
    }

    private long stage(Feed source, FeedContent content, Stage stage, LongConsumer progress) {
        database.execute(stage.preparation());
        long rows = database.with(connection -> {
            try (var copy = new BinaryCopy(connection, stage.table())) {
                content.forEach(new Writing(source, stage, copy, progress)::take);
                return copy.finish();
            }
        });
        database.analyzeIfMany(stage.table(), rows);
        return rows;
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
        private final Feed source;
        private final Stage stage;
        private final BinaryCopy copy;
        private final LongConsumer progress;
        private long done;

        Writing(Feed source, Stage stage, BinaryCopy copy, LongConsumer progress) {
            this.source = source;
            this.stage = stage;
            this.copy = copy;
            this.progress = progress;
        }

        void take(Row row) throws SQLException {
            if (stage.takes(row.line())) {
                stage.write(copy, row, source.format().read(row));
            }
            if (++done % TELL_EVERY == 0) {
                progress.accept(done);
            }
        }
    }
}

package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.chassis.tabular.TableFile;
import cn.gov.zhuozhou.aid.registry.feed.row.RowReading;
import cn.gov.zhuozhou.aid.registry.feed.row.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
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

    @Inject
    Wordings wordings;

    @Inject
    Batches batches;

    /** Stages a file in the caller's transaction; returns the number of rows. */
    long stage(Batch batch, Path file, LongConsumer progress) {
        Wording wording = wordings.of(batch);
        TableFile table = TableFile.open(file, checks.limits());
        List<String> chosen = batches.sheets(batch.id());
        List<String> sheets = chosen.isEmpty() ? table.sheets(wording.layout(), null) : chosen;
        return copy(
                batch,
                writing -> table.<SQLException>read(wording.layout(), sheets, row -> {
                    Wording.Reading read = wording.read(row);
                    writing.write(row, read.row(), read.ends());
                    if (writing.done % TELL_EVERY == 0) {
                        progress.accept(writing.done);
                    }
                }));
    }

    /** Stages rows of messages as lines that begin with the given number. */
    long stage(Batch batch, List<MessageRow> rows, int fromLine) {
        return copy(batch, writing -> {
            int line = fromLine;
            for (MessageRow row : rows) {
                writing.write(new Row(line++, row.cells().cells(), false), row.reading(), row.ends());
            }
        });
    }

    @FunctionalInterface
    private interface Rows {
        void writeTo(Writing writing) throws SQLException;
    }

    private long copy(Batch batch, Rows rows) {
        Stage stage = stageOf(batch.source());
        database.execute(stage.preparation());
        long written = database.with(connection -> {
            try (var copy = new BinaryCopy(connection, stage.table())) {
                rows.writeTo(new Writing(stage, copy));
                return copy.finish();
            }
        });
        database.analyzeIfMany(stage.table(), written);
        return written;
    }

    private Stage stageOf(Feed feed) {
        var session = crypto.session();
        return switch (feed) {
            case SCHOOLS -> new SchoolStage(session);
            case ENROLMENT -> new StudentStage(session);
            case IDENTIFIED -> new IdentifiedStage(session);
            case DIBAO, TEKUN, ORPHAN, POVERTY_OFFICE, DISABLED_FEDERATION -> new RegisterStage(session);
        };
    }

    private static final class Writing {
        private final Stage stage;
        private final BinaryCopy copy;
        private long done;

        Writing(Stage stage, BinaryCopy copy) {
            this.stage = stage;
            this.copy = copy;
        }

        void write(Row row, RowReading reading, boolean ends) throws SQLException {
            stage.write(copy, row, reading, ends);
            done++;
        }
    }
}

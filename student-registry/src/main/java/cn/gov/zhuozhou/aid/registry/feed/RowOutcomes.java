package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Keeps what became of each row of a batch. */
@ApplicationScoped
class RowOutcomes {
    @Inject
    Database database;

    /**
     * Keeps the outcomes of a merge.
     *
     * @param stage the staging table, with line_no, refused and sealed
     * @param outcomes a query for line_no, outcome, match and change of the rows that are not refused
     * @param values for the query, and the batch
     */
    void keep(Batch batch, String stage, String outcomes, Map<String, Object> values) {
        switch (batch.kind()) {
            case FILE -> inSets(outcomes, values);
            case MESSAGES -> oneByOne(outcomes, values);
        }
        refused(batch, stage);
    }

    /** There are many rows in a file and little is to be said of each: sets of lines. */
    private void inSets(String outcomes, Map<String, Object> values) {
        database.update("""
                insert into feed_row_set (batch_id, outcome, match, change, lines)
                select :batch, outcome, match, change, array_agg(line_no order by line_no)
                from (%s) r group by outcome, match, change""".formatted(outcomes), values);
    }

    /** Messages of one day come to their batch little by little. */
    private void oneByOne(String outcomes, Map<String, Object> values) {
        database.update("""
                insert into feed_row (batch_id, line_no, outcome, match, change)
                select :batch, line_no, outcome, match, change from (%s) r""".formatted(outcomes), values);
    }

    /** With their reasons and their cells as they came. */
    private void refused(Batch batch, String stage) {
        database.update("""
                insert into feed_row (batch_id, line_no, outcome, reasons, sealed)
                select :batch, line_no, 'REFUSED', string_to_array(refused, chr(10)), sealed from %s
                where refused is not null""".formatted(stage), Map.of("batch", batch.id()));
    }
}

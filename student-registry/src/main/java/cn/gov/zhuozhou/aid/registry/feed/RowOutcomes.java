package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Keeps what became of each row of a batch. */
@ApplicationScoped
class RowOutcomes {
    /**
     * A query for line_no, outcome, match and change of the rows that are not refused.
     *
     * @param with common table expressions it needs, which may write; empty where it needs none
     */
    record Query(String with, String select) {
        static Query of(String select) {
            return new Query("", select);
        }
    }

    @Inject
    Database database;

    /**
     * Keeps the outcomes of a merge.
     *
     * @param stage the staging table, with line_no, refused and sealed
     * @param values for the query, and the batch
     */
    void keep(Batch batch, String stage, Query outcomes, Map<String, Object> values) {
        switch (batch.kind()) {
            case FILE -> inSets(outcomes, values);
            case MESSAGES -> oneByOne(outcomes, values);
        }
        refused(batch, stage);
    }

    /** There are many rows in a file and little is to be said of each: sets of lines. */
    private void inSets(Query outcomes, Map<String, Object> values) {
        database.update("""
                %s
                insert into feed_row_set (batch_id, outcome, match, change, lines)
                select :batch, outcome, match, change, array_sort(array_agg(line_no))
                from (%s) r group by outcome, match, change
                on conflict (batch_id, outcome, match, change)
                  do update set lines = array_sort(feed_row_set.lines || excluded.lines)""".formatted(outcomes.with(), outcomes.select()), values);
    }

    /** Messages of one day come to their batch little by little. */
    private void oneByOne(Query outcomes, Map<String, Object> values) {
        database.update("""
                %s
                insert into feed_row (batch_id, line_no, outcome, match, change)
                select :batch, line_no, outcome, match, change from (%s) r""".formatted(outcomes.with(), outcomes.select()), values);
    }

    /** With their reasons and their cells as they came. */
    private void refused(Batch batch, String stage) {
        database.update("""
                insert into feed_row (batch_id, line_no, outcome, reasons, sealed)
                select :batch, line_no, 'REFUSED', string_to_array(refused, chr(10)), sealed from %s
                where refused is not null""".formatted(stage), Map.of("batch", batch.id()));
    }
}

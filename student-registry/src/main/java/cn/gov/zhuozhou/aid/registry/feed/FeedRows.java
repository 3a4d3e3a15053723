package cn.gov.zhuozhou.aid.registry.feed;

import static cn.gov.zhuozhou.aid.chassis.tabular.Row.LINES_PER_SHEET;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What became of the rows of a batch; refused ones with their cells as they came. */
@ApplicationScoped
class FeedRows {
    /**
     * A row of a batch.
     *
     * @param number tells it from every other of its batch
     * @param sheet only where several sheets were read
     * @param line in the file or sheet, or the number of the message
     */
    record Row(
            int number,
            @JsonInclude(JsonInclude.Include.NON_NULL) String sheet,
            int line,
            String outcome,
            String match,
            String change,
            List<String> reasons,
            List<String> cells) {}

    @Inject
    Database database;

    @Inject
    Batches batches;

    @Inject
    FieldCrypto crypto;

    List<Row> list(UUID batch, String outcome, String match, int after, int most) {
        Map<String, Object> values = new HashMap<>();
        values.put("batch", batch);
        values.put("outcome", outcome);
        values.put("match", match);
        values.put("after", after);
        values.put("most", most);
        var session = crypto.session();
        List<String> sheets = batches.sheets(batch);
        return database.list(
                """
                select line_no, outcome, match, change, reasons, sealed
                from (
                  select batch_id, line_no, outcome, match, change, reasons, sealed from feed_row
                  union all
                  select batch_id, unnest(lines), outcome, match, change, null, null from feed_row_set) r
                where batch_id = :batch and line_no > :after and (:outcome::text is null or outcome = :outcome)
                  and (:match::text is null or match = :match)
                order by line_no limit :most""",
                values,
                row -> new Row(
                        row.getInt(1),
                        sheets.size() < 2 ? null : sheets.get(row.getInt(1) / LINES_PER_SHEET),
                        sheets.size() < 2 ? row.getInt(1) : row.getInt(1) % LINES_PER_SHEET,
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Rows.strings(row, 5),
                        cells(row.getBytes(6), session)));
    }

    List<String> columns(UUID batch) {
        return database.first(
                        "select columns from feed_batch where id = :batch",
                        Map.of("batch", batch),
                        row -> Rows.strings(row, 1))
                .orElse(List.of());
    }

    private static List<String> cells(byte[] sealed, FieldCryptoSession session) {
        return sealed == null ? null : SealedCells.open(sealed, session);
    }
}

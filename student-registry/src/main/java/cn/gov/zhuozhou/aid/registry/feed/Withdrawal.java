package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The withdrawal of a batch as callers see it.
 *
 * @param state PROPOSED, CONFIRMED (the job is to do it), REFUSED, DONE or FAILED
 * @param touched pupils evaluated again because of it
 */
record Withdrawal(
        UUID withdrawalId,
        long version,
        UUID batchId,
        String source,
        LocalDate asOf,
        String state,
        String reason,
        String proposedBy,
        Instant proposedAt,
        String opinion,
        String decidedBy,
        Instant decidedAt,
        UUID jobId,
        Instant doneAt,
        Integer touched,
        String error) {
    static final String SELECT = """
            select w.*, b.source, b.as_of from feed_withdrawal w join feed_batch b on b.id = w.batch_id""";

    static Withdrawal of(ResultSet row) throws SQLException {
        return new Withdrawal(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("batch_id", UUID.class),
                row.getString("source"),
                row.getObject("as_of", LocalDate.class),
                row.getString("state"),
                row.getString("reason"),
                row.getString("proposed_by_name"),
                Rows.instant(row, "proposed_at"),
                row.getString("opinion"),
                row.getString("decided_by_name"),
                Rows.instant(row, "decided_at"),
                row.getObject("job_id", UUID.class),
                Rows.instant(row, "done_at"),
                row.getObject("touched", Integer.class),
                row.getString("error"));
    }
}

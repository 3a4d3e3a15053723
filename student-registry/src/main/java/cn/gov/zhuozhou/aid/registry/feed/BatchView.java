package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A batch as callers see it.
 *
 * @param state RECEIVED, DONE, FAILED or WITHDRAWN
 * @param mode SNAPSHOT or DELTA
 * @param refusedByReason number of refused rows by reason code; a row may have several
 * @param toDecide cases of this batch still waiting for a person
 */
record BatchView(
        UUID batchId,
        String source,
        String kind,
        String mode,
        LocalDate asOf,
        String semester,
        String state,
        UUID jobId,
        String createdBy,
        Instant createdAt,
        Instant finishedAt,
        String error,
        int rows,
        int accepted,
        int refused,
        @JsonRawValue String refusedByReason,
        int duplicates,
        int matched,
        long toDecide,
        int added,
        int changed,
        int same,
        int gone) {

    static final String SELECT = """
            select b.*, (select count(*) from match_case mc where mc.batch_id = b.id and mc.state = 'OPEN'
                           and mc.kind <> 'NO_PUPIL') as to_decide
            from feed_batch b""";

    static BatchView of(ResultSet row) throws SQLException {
        return new BatchView(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("kind"),
                row.getString("mode"),
                row.getObject("as_of", LocalDate.class),
                row.getString("semester"),
                row.getString("state"),
                row.getObject("job_id", UUID.class),
                row.getString("created_name"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "finished_at"),
                row.getString("error"),
                row.getInt("rows"),
                row.getInt("accepted"),
                row.getInt("refused"),
                row.getString("reasons"),
                row.getInt("duplicates"),
                row.getInt("matched"),
                row.getLong("to_decide"),
                row.getInt("added"),
                row.getInt("changed"),
                row.getInt("same"),
                row.getInt("gone"));
    }
}

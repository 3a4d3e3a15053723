package cn.gov.zhuozhou.aid.accountability.organisation;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class StaffBatches implements PanacheRepositoryBase<StaffBatch, UUID> {
    @Inject
    Database database;

    void keepRows(UUID batch, List<StaffRow> rows) {
        database.batch(
                """
                insert into staff_batch_row (batch_id, line, outcome, staff_number, reason)
                values (:batch, :line, :outcome, :number, :reason)
                """,
                rows,
                row -> Values.of("batch", batch)
                        .and("line", row.line())
                        .and("outcome", row.outcome())
                        .and("number", row.staffNumber())
                        .and("reason", row.reason()));
    }

    /** The rows after a line, of one outcome or of all. */
    List<StaffRow> rows(UUID batch, StaffRow.Outcome outcome, long afterLine, int limit) {
        return database.list(
                """
                select line, outcome, staff_number, reason from staff_batch_row
                where batch_id = :batch and line > :after and (:outcome::text is null or outcome = :outcome)
                order by line limit :limit
                """,
                Values.of("batch", batch)
                        .and("after", afterLine)
                        .and("outcome", outcome)
                        .and("limit", limit),
                row -> new StaffRow(
                        row.getInt(1),
                        Rows.constant(row, 2, StaffRow.Outcome.class),
                        row.getString(3),
                        Rows.constant(row, 4, StaffRow.Refusal.class)));
    }
}

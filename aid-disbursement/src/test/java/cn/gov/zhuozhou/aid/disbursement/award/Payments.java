package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Batches and lines as they stand in the tables, without the feature that writes them. */
@ApplicationScoped
public class Payments {
    /** What an award still has to pay. */
    public record Payable(int instalment, long fen) {}

    @Inject
    Database database;

    /** A line of a batch of its own, for an amount of an award; its id. */
    public UUID line(String awardId, int instalment, long fen, String state) {
        UUID batch = UUID.randomUUID();
        UUID line = UUID.randomUUID();
        database.update("""
                insert into payment_batch (id, revision, programme, semester, state)
                select :batch, 1, programme, semester, 'FROZEN' from award where id = :award
                """, Map.of("batch", batch, "award", UUID.fromString(awardId)));
        database.update(
                """
                insert into payment_line (id, batch_id, award_id, instalment, student_id, amount_fen, state)
                select :line, :batch, id, :instalment, student_id, :fen, :state from award where id = :award
                """,
                Map.of(
                        "line", line,
                        "batch", batch,
                        "award", UUID.fromString(awardId),
                        "instalment", instalment,
                        "fen", fen,
                        "state", state));
        return line;
    }

    public void becomes(UUID line, String state) {
        database.update(
                "update payment_line set state = :state where id = :line", Map.of("line", line, "state", state));
    }

    public List<Payable> payable(String awardId) {
        return database.list(
                "select instalment, payable_fen from award_payable where award_id = :award",
                Map.of("award", UUID.fromString(awardId)),
                row -> new Payable(row.getInt(1), row.getLong(2)));
    }
}

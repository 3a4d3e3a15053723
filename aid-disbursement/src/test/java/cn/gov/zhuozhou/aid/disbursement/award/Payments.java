package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Batches of one line, taken through their life by the rows alone, without the feature that takes them. */
@ApplicationScoped
public class Payments {
    /** What an award still has to pay. */
    public record Payable(int instalment, long fen) {}

    private static final List<String> TO_COUNTY = List.of("SCHOOL_OK", "NOTICED", "CENTER_SCHOOL_OK", "COUNTY_OK");

    @Inject
    Database database;

    /** A line of a batch of its own, for an amount of an award; its id. */
    public UUID line(String awardId, int instalment, long fen, String state) {
        UUID batch = UUID.randomUUID();
        UUID line = UUID.randomUUID();
        draft(UUID.fromString(awardId), batch, line, instalment, fen);
        if (!"DRAFT".equals(state)) {
            freeze(batch, line, fen);
        }
        if (!List.of("DRAFT", "FROZEN").contains(state)) {
            batchBecomes(batch, "SENT_TO_BANK");
            becomes(line, "SENT");
        }
        if (List.of("SETTLED", "RETURNED").contains(state)) {
            becomes(line, state);
        }
        return line;
    }

    public void becomes(UUID line, String state) {
        database.update("""
                update payment_line set state = :state, revision = revision + 1,
                    settled_at = case when :state = 'SETTLED' then now() else settled_at end,
                    returned_on = case when :state = 'RETURNED' then current_date else returned_on end
                where id = :id
                """, Map.of("state", state, "id", line));
    }

    /** It reached the payee, and on which moment. */
    public void settles(UUID line, String at) {
        database.update("""
                update payment_line set state = 'SETTLED', revision = revision + 1, settled_at = :at::timestamptz
                where id = :id
                """, Map.of("at", at, "id", line));
    }

    public List<Payable> payable(String awardId) {
        return database.list(
                "select instalment, payable_fen from award_payable where award_id = :award",
                Map.of("award", UUID.fromString(awardId)),
                row -> new Payable(row.getInt(1), row.getLong(2)));
    }

    private void draft(UUID award, UUID batch, UUID line, int instalment, long fen) {
        database.update("""
                insert into payment_batch (id, revision, programme, semester, state, made_by, made_by_name, made_at)
                select :batch, 1, programme, semester, 'DRAFT', 'maker', '经办人', now() from award where id = :award
                """, Map.of("batch", batch, "award", award));
        database.update(
                """
                insert into payment_line (id, batch_id, award_id, instalment, student_id, school_code, account_id, amount_fen,
                                          state)
                select :line, :batch, id, :instalment, student_id, school_code, uuidv7(), :fen, 'DRAFT' from award
                where id = :award
                """, Map.of("line", line, "batch", batch, "award", award, "instalment", instalment, "fen", fen));
    }

    private void freeze(UUID batch, UUID line, long fen) {
        TO_COUNTY.forEach(state -> batchBecomes(batch, state));
        QuarkusTransaction.requiringNew().run(() -> {
            database.update("""
                    update payment_batch set state = 'FROZEN', revision = revision + 1, frozen_at = now(), frozen_lines = 1,
                        frozen_fen = :fen, frozen_sha256 = 'none'
                    where id = :batch
                    """, Map.of("batch", batch, "fen", fen));
            database.update(
                    """
                    update payment_line set state = 'FROZEN', revision = revision + 1, sequence = 1, end_to_end_id = :identity
                    where id = :line
                    """, Map.of("line", line, "identity", line.toString().replace("-", "")));
        });
    }

    private void batchBecomes(UUID batch, String state) {
        database.update(
                "update payment_batch set state = :state, revision = revision + 1 where id = :batch",
                Map.of("state", state, "batch", batch));
    }
}

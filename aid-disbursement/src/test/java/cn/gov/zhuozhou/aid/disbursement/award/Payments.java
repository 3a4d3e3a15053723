package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
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

    private static final List<String> ORDER =
            List.of("DRAFT", "FROZEN", "SENT", "SETTLED", "RETURNED", "REISSUED", "WRITTEN_BACK", "VOID");
    private static final Map<String, List<String>> PATHS = Map.of(
            "DRAFT", List.of(),
            "VOID", List.of("VOID"),
            "FROZEN", List.of("FROZEN"),
            "SENT", List.of("FROZEN", "SENT"),
            "SETTLED", List.of("FROZEN", "SENT", "SETTLED"),
            "RETURNED", List.of("FROZEN", "SENT", "RETURNED"),
            "WRITTEN_BACK", List.of("FROZEN", "SENT", "RETURNED", "WRITTEN_BACK"));

    @Inject
    Database database;

    /** A line of a batch of its own, for an amount of an award; its id. */
    public UUID line(String awardId, int instalment, long fen, String state) {
        UUID batch = UUID.randomUUID();
        UUID line = UUID.randomUUID();
        database.update("""
                insert into payment_batch (id, revision, programme, semester, state, made_by, made_by_name, made_at)
                select :batch, 1, programme, semester, 'DRAFT', 'x', 'x', now() from award where id = :award
                """, Map.of("batch", batch, "award", UUID.fromString(awardId)));
        database.update(
                """
                insert into payment_line (id, batch_id, award_id, instalment, student_id, school_code, account_id, amount_fen, state)
                select :line, :batch, id, :instalment, student_id, school_code, uuidv7(), :fen, 'DRAFT' from award where id = :award
                """,
                Map.of(
                        "line", line,
                        "batch", batch,
                        "award", UUID.fromString(awardId),
                        "instalment", instalment,
                        "fen", fen));
        becomes(line, state);
        return line;
    }

    /** Takes the edges there are, and the batch along. */
    public void becomes(UUID line, String state) {
        for (String next : PATHS.get(state)) {
            move(line, next);
        }
    }

    private void move(UUID line, String state) {
        Map<String, ?> which = Map.of("line", line);
        String now = database.first("select state from payment_line where id = :line", which, row -> row.getString(1))
                .orElseThrow();
        if (ORDER.indexOf(now) >= ORDER.indexOf(state) && !"VOID".equals(state)) {
            return;
        }
        if ("FROZEN".equals(state)) {
            for (String step : List.of("SCHOOL_OK", "NOTICED", "CENTER_SCHOOL_OK", "COUNTY_OK")) {
                batch(line, "state = '" + step + "'");
            }
            QuarkusTransaction.requiringNew().run(() -> {
                batch(
                        line,
                        "state = 'FROZEN', frozen_at = now(), frozen_lines = 1, frozen_sha256 = 'x', frozen_fen ="
                                + " (select amount_fen from payment_line where id = :line)");
                database.update("""
                        update payment_line set state = 'FROZEN', revision = revision + 1, sequence = 1,
                          end_to_end_id = replace(id::text, '-', '') where id = :line
                        """, which);
            });
            return;
        }
        if ("SENT".equals(state)) {
            batch(line, "state = 'SENT_TO_BANK'");
        }
        database.update("""
                update payment_line set state = :state, revision = revision + 1,
                  settled_at = case when :state = 'SETTLED' then now() else settled_at end,
                  returned_on = case when :state = 'RETURNED' then current_date else returned_on end
                where id = :line
                """, Map.of("line", line, "state", state));
    }

    /** Pays it at a moment. */
    public void settled(UUID line, String at) {
        becomes(line, "SENT");
        database.update("""
                update payment_line set state = 'SETTLED', revision = revision + 1, settled_at = :at::timestamptz where id = :line
                """, Map.of("line", line, "at", at));
    }

    private void batch(UUID line, String set) {
        database.update(
                "update payment_batch set revision = revision + 1, " + set
                        + " where id = (select batch_id from payment_line where id = :line)",
                Map.of("line", line));
    }

    public List<Payable> payable(String awardId) {
        return database.list(
                "select instalment, payable_fen from award_payable where award_id = :award",
                Map.of("award", UUID.fromString(awardId)),
                row -> new Payable(row.getInt(1), row.getLong(2)));
    }
}

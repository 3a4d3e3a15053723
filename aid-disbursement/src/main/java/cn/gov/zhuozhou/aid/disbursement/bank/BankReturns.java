package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Masked;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.bank.BankBatches.Applied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Takes return files. The whole file is read first, and nothing of it is taken where its totals are wrong or it was taken before;
 * then its rows are applied some at a time, each only once.
 */
@ApplicationScoped
class BankReturns {
    private static final int AT_ONCE = 1_000;

    private static final Pattern END_TO_END = Pattern.compile("[0-9A-Za-z-]{1,35}");

    private static final String INSERT_ROW = """
            insert into bank_return_row (return_id, row_no, end_to_end_id, outcome, reason, reason_code, reason_text,
                amount_fen, value_date, result)
            values (:return, :row, :endToEnd, :outcome, :reason, :code, :text, :fen, :day, :result)
            """;

    @Inject
    Database database;

    @Inject
    Definitions definitions;

    @Inject
    BankCodeTable codes;

    @Inject
    BankBatches batches;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    /** In the caller's transaction; the new return, whose rows wait to be applied. */
    UUID take(String layoutCode, Path file, Actor actor) {
        ReturnLayout layout = definitions.returned(layoutCode);
        UUID id = Ids.next();
        insert(id, layoutCode, sha256(file), actor);
        var rows = new Staging(id);
        ReturnSummary summary = read(file, layout, rows);
        rows.flush();
        if (!summary.totalsAgree()) {
            throw new ProblemException(BankProblem.RETURN_TOTALS_WRONG);
        }
        if (rows.count == 0) {
            throw new ProblemException(
                    BankProblem.RETURN_UNREADABLE,
                    Text.of(
                            "文件没有逐笔结果；整批被拒时请按行编制回盘。",
                            "it has no result of any line; where a bank refused a whole file, ask for the lines"));
        }
        database.analyzeIfManyChanged("bank_return_row", rows.count);
        complete(id, layout.codes(), summary);
        trail.record(
                actor,
                "bank-return.taken",
                "bank-return",
                id.toString(),
                null,
                Map.of("layout", layoutCode, "rows", rows.count));
        return id;
    }

    /** Applies the next rows, at most so many, in the caller's transaction; how many there were. */
    int applyNext(UUID id, int most, Actor by) {
        List<BankResult> next = database.list("""
                select row_no, end_to_end_id, outcome, reason, reason_code, reason_text, amount_fen, value_date, result
                from bank_return_row where return_id = :id and result is null order by row_no limit :most
                """, Values.of("id", id).and("most", most), row -> result(row(row)));
        if (next.isEmpty()) {
            return 0;
        }
        List<Applied> applied = batches.apply(id, next, by);
        List<String> identities = new ArrayList<>(next.size());
        for (int i = 0; i < next.size(); i++) {
            String identity = next.get(i).endToEndId();
            // What is none of ours may be anything, an account number from the wrong column as well.
            identities.add(applied.get(i) == Applied.UNKNOWN_LINE ? Masked.anywhere(identity) : identity);
        }
        database.update(
                """
                update bank_return_row r set result = t.result, end_to_end_id = t.identity
                from unnest(:rows, :results, :identities) as t (row_no, result, identity)
                where r.return_id = :id and r.row_no = t.row_no
                """,
                Map.of(
                        "id",
                        id,
                        "rows",
                        next.stream().map(BankResult::row).toList(),
                        "results",
                        applied.stream().map(Enum::name).toList(),
                        "identities",
                        identities));
        return next.size();
    }

    static BankReturn.Row row(ResultSet row) throws SQLException {
        return new BankReturn.Row(
                row.getInt(1),
                row.getString(2),
                Rows.constant(row, 3, BankResult.Outcome.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, Long.class),
                row.getObject(8, LocalDate.class),
                row.getString(9));
    }

    private static BankResult result(BankReturn.Row row) {
        return new BankResult(
                row.endToEndId(),
                row.outcome(),
                row.reason(),
                row.reasonCode(),
                row.reasonText(),
                row.amountFen(),
                row.valueDate(),
                row.row());
    }

    private ReturnSummary read(Path file, ReturnLayout layout, ReturnTaker taker) {
        BankCodes meanings = codes.of(layout.codes());
        try {
            if (layout.form() != ReturnLayout.Form.ISO_20022) {
                return TableReturns.read(file, layout, meanings, taker);
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return IsoReturns.read(in, meanings, taker);
            }
        } catch (UnreadableReturn e) {
            throw new ProblemException(BankProblem.RETURN_UNREADABLE, e.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void insert(UUID id, String layout, byte[] sha256, Actor actor) {
        int inserted = database.update(
                """
                insert into bank_return (id, layout, sha256, by_id, by_name, at)
                values (:id, :layout, :sha, :by, :byName, :now) on conflict (sha256) do nothing
                """,
                Values.of("id", id)
                        .and("layout", layout)
                        .and("sha", sha256)
                        .and("by", actor.id())
                        .and("byName", actor.name())
                        .and("now", clock.now()));
        if (inserted == 0) {
            throw repeated("select id, at from bank_return where sha256 = :sha", Values.of("sha", sha256));
        }
    }

    private void complete(UUID id, String scheme, ReturnSummary summary) {
        if (summary.messageId() == null) {
            return;
        }
        Values values = Values.of("id", id)
                .and("scheme", scheme)
                .and("message", summary.messageId())
                .and("original", summary.originalMessageId());
        int inserted = database.update("""
                insert into bank_return_message (scheme, message_id, original_message_id, return_id)
                values (:scheme, :message, :original, :id) on conflict (scheme, message_id) do nothing
                """, values);
        if (inserted == 0) {
            throw repeated("""
                    select r.id, r.at from bank_return_message m join bank_return r on r.id = m.return_id
                    where (m.scheme, m.message_id) = (:scheme, :message)
                    """, values);
        }
    }

    private ProblemException repeated(String sql, Values values) {
        return new ProblemException(
                BankProblem.RETURN_REPEATED,
                database.first(
                                sql,
                                values,
                                row -> Text.of("见 %s，收于 %s。", "See %s, taken at %s.")
                                        .formatted(row.getObject(1, UUID.class), Rows.instant(row, 2)))
                        .orElseThrow());
    }

    private static byte[] sha256(Path file) {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Rows on their way into the table, some at a time. */
    private final class Staging implements ReturnTaker {
        private final UUID returnId;
        private final List<Values> waiting = new ArrayList<>(AT_ONCE);
        private int count;

        private Staging(UUID returnId) {
            this.returnId = returnId;
        }

        @Override
        public void result(BankResult result) {
            if (!END_TO_END.matcher(result.endToEndId()).matches()) {
                bad(result.row(), BadRow.NO_END_TO_END_ID);
                return;
            }
            add(Values.of("row", result.row())
                    .and("endToEnd", result.endToEndId())
                    .and("outcome", result.outcome())
                    .and("reason", result.reason())
                    .and("code", Masked.anywhere(result.reasonCode()))
                    .and("text", result.reasonText())
                    .and("fen", result.amountFen())
                    .and("day", result.valueDate())
                    .and("result", null));
        }

        @Override
        public void bad(int row, BadRow why) {
            add(Values.of("row", row)
                    .and("endToEnd", null)
                    .and("outcome", null)
                    .and("reason", null)
                    .and("code", null)
                    .and("text", null)
                    .and("fen", null)
                    .and("day", null)
                    .and("result", why));
        }

        private void add(Values values) {
            waiting.add(values.and("return", returnId));
            count++;
            if (waiting.size() == AT_ONCE) {
                flush();
            }
        }

        private void flush() {
            database.batch(INSERT_ROW, waiting, values -> values);
            waiting.clear();
        }
    }
}

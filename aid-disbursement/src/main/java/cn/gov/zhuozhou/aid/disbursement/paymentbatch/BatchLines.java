package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Json;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The lines of batches, made and moved set by set. */
@ApplicationScoped
class BatchLines {
    /** A line as it is shown; the account only by its id. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            UUID id,
            UUID batchId,
            UUID awardId,
            int instalment,
            UUID studentId,
            String studentName,
            String schoolCode,
            UUID accountId,
            long amountFen,
            LineState state,
            Integer sequence,
            String endToEndId,
            UUID reissueOf,
            LocalDate sentOn,
            Instant settledAt,
            LocalDate returnedOn,
            String returnReason,
            String returnText,
            LocalDate reissueDue) {}

    /** An award that is not in the batch, and why. */
    record LeftOut(
            UUID id,
            UUID awardId,
            UUID studentId,
            String atStep,
            long amountFen,
            @JsonRawValue String reasons,
            Instant at) {}

    /** How many lines and fen stand in a state. */
    record Sum(LineState state, long lines, long fen) {}

    private static final Reason NO_ACCOUNT =
            new Reason("A10.ACCOUNT_NOT_CONFIRMED", "没有已确认的收款账户", "There is no confirmed account", null);
    private static final Reason ACCOUNT_NOT_CORRECTED = new Reason(
            "ACCOUNT_NOT_CORRECTED", "退回后尚未更换已确认的收款账户", "No other account was confirmed since it came back", null);

    // What the county pays out itself: its own programmes, and what the centre gives it to pay (freshman aid).
    private static final String SELECTED = """
            select p.award_id, p.instalment, p.student_id, p.school_code, y.account_id, p.payable_fen as amount_fen,
              null::uuid as reissue_of
            from award_payable p join award a on a.id = p.award_id
            left join %s y on y.student_id = p.student_id
            where p.semester = :semester and p.programme = :programme and p.form = 'CASH_CARD' and p.payer in ('COUNTY', 'CENTRE')
              and (:school::text is null or p.school_code = :school) and (:town::text is null or p.school_town = :town)
              and (:stage::text is null or a.stage = :stage)
            """.formatted(PayeeAccounts.PAYABLE);

    private static final String RETURNED = """
            select l.award_id, l.instalment, l.student_id, l.school_code, y.account_id, l.amount_fen, l.id as reissue_of
            from payment_line l join payment_batch b on b.id = l.batch_id join award a on a.id = l.award_id
            left join %s y on y.student_id = l.student_id and y.account_id <> l.account_id
            where l.state = 'RETURNED' and b.semester = :semester and b.programme = :programme
              and (:school::text is null or l.school_code = :school) and (:town::text is null or a.school_town = :town)
              and (:stage::text is null or a.stage = :stage)
              and not exists (select from payment_line d where d.reissue_of = l.id and d.state <> 'VOID')
              and not exists (select from payment_write_back w where w.line_id = l.id and w.state = 'PROPOSED')
            """.formatted(PayeeAccounts.PAYABLE);

    private static final String LIST = """
            select l.id, l.batch_id, l.award_id, l.instalment, l.student_id, p.name, l.school_code, l.account_id, l.amount_fen,
                   l.state, l.sequence, l.end_to_end_id, l.reissue_of, l.sent_on, l.settled_at, l.returned_on, l.return_reason,
                   l.return_text, l.reissue_due
            from payment_line l join pupil p on p.student_id = l.student_id
            """;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Json json;

    /** Fills a new batch with everything its selection still has to pay; who cannot be paid is left out by the same statement. */
    void fill(UUID batchId, Batch.Selection which) {
        boolean regular = which.kind() == Batch.Kind.REGULAR;
        database.expectLargeSets();
        long filled = database.number(
                """
                with found as materialized (%s), filled as (
                  insert into payment_line (id, batch_id, award_id, instalment, student_id, school_code, account_id, amount_fen,
                                            state, reissue_of)
                  select uuidv7(), :batch, award_id, instalment, student_id, school_code, account_id, amount_fen, 'DRAFT', reissue_of
                  from found where account_id is not null),
                left_out as (
                  insert into payment_left_out (id, batch_id, award_id, student_id, at_step, amount_fen, reasons, at)
                  select uuidv7(), :batch, award_id, student_id, 'CREATION', amount_fen, :reasons, :now
                  from found where account_id is null)
                select count(*) from found where account_id is not null
                """.formatted(regular ? SELECTED : RETURNED),
                Values.of("batch", batchId)
                        .and("semester", which.semester())
                        .and("programme", which.programme())
                        .and("school", which.schoolCode())
                        .and("town", which.town())
                        .and("stage", which.stage())
                        .and("reasons", json.write(List.of(regular ? NO_ACCOUNT : ACCOUNT_NOT_CORRECTED)))
                        .and("now", clock.now()));
        database.analyzeIfManyChanged("payment_line", filled);
    }

    List<Line> list(UUID batchId, LineState state, UUID after, int limit) {
        return database.list(
                LIST + """
                where l.batch_id = :batch and (:state::text is null or l.state = :state) and (:after::uuid is null or l.id > :after)
                order by l.id limit :limit
                """,
                Values.of("batch", batchId)
                        .and("state", state)
                        .and("after", after)
                        .and("limit", limit),
                BatchLines::line);
    }

    List<LeftOut> leftOut(UUID batchId, UUID after, int limit) {
        return database.list(
                """
                select id, award_id, student_id, at_step, amount_fen, reasons, at from payment_left_out
                where batch_id = :batch and (:after::uuid is null or id > :after) order by id limit :limit
                """,
                Values.of("batch", batchId).and("after", after).and("limit", limit),
                row -> new LeftOut(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        Rows.instant(row, 7)));
    }

    List<Sum> sums(UUID batchId) {
        return database.list(
                "select state, count(*), sum(amount_fen) from payment_line where batch_id = :batch group by state order by state",
                Map.of("batch", batchId),
                row -> new Sum(Rows.constant(row, 1, LineState.class), row.getLong(2), row.getLong(3)));
    }

    /** What it pays before the freeze, and so what its approvals are about. */
    long draftedFen(UUID batchId) {
        return database.number(
                "select coalesce(sum(amount_fen), 0) from payment_line where batch_id = :batch and state = 'DRAFT'",
                Map.of("batch", batchId));
    }

    List<UUID> awards(UUID batchId) {
        return database.list(
                "select award_id from payment_line where batch_id = :batch",
                Map.of("batch", batchId),
                row -> row.getObject(1, UUID.class));
    }

    /** All lines of one state move together. */
    int moveAll(UUID batchId, LineState from, LineState to) {
        int moved = database.update(
                "update payment_line set state = :to, revision = revision + 1 where batch_id = :batch and state = :from",
                Map.of("batch", batchId, "from", from, "to", to));
        database.analyzeIfManyChanged("payment_line", moved);
        return moved;
    }

    /** Draft lines that cannot be paid leave the batch, each with its reasons. */
    void leave(UUID batchId, Map<UUID, List<Reason>> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        List<UUID> lines = List.copyOf(reasons.keySet());
        database.update(
                """
                insert into payment_left_out (id, batch_id, award_id, student_id, at_step, amount_fen, reasons, at)
                select uuidv7(), l.batch_id, l.award_id, l.student_id, 'FREEZE', l.amount_fen, t.reasons, :now
                from unnest(:lines, :reasons) as t (line_id, reasons) join payment_line l on l.id = t.line_id
                """,
                Map.of(
                        "lines",
                        lines,
                        "reasons",
                        lines.stream().map(id -> json.write(reasons.get(id))).toList(),
                        "now",
                        clock.now()));
        database.update(
                "update payment_line set state = 'VOID', revision = revision + 1 where id = any(:lines) and batch_id = :batch",
                Map.of("lines", lines, "batch", batchId));
    }

    static Text open(LineState state) {
        return Text.of("状态 %s", "state %s").formatted(state);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getInt(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getString(7),
                row.getObject(8, UUID.class),
                row.getLong(9),
                Rows.constant(row, 10, LineState.class),
                row.getObject(11, Integer.class),
                row.getString(12),
                row.getObject(13, UUID.class),
                row.getObject(14, LocalDate.class),
                Rows.instant(row, 15),
                row.getObject(16, LocalDate.class),
                row.getString(17),
                row.getString(18),
                row.getObject(19, LocalDate.class));
    }
}

package cn.gov.zhuozhou.aid.disbursement.reconciliation;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.reconciliation.Difference.Kind;
import cn.gov.zhuozhou.aid.disbursement.reconciliation.Difference.Side;
import cn.gov.zhuozhou.aid.disbursement.reconciliation.Entry.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What each side says of a batch, sorted, a page at a time. */
@ApplicationScoped
class Sides {
    private static final int PAGE = 5_000;

    /** Lines as they were frozen; what a state means to the others stands in the case. */
    private static final String LINES = """
            select l.end_to_end_id as key, l.amount_fen as fen,
              case when l.state = 'SETTLED' then 'SETTLED' when l.state in ('RETURNED', 'REISSUED', 'WRITTEN_BACK') then 'RETURNED'
                else 'PENDING' end as state, 1 as times, l.sequence as line
            from payment_line l where l.batch_id = :batch and l.sequence is not null
            """;

    /**
     * The bank's last word on each payment: what is still under way says nothing against an end. Paid on two days is paid twice.
     * Files that answer for a line of the batch are heard whole, but for what other batches have in them.
     */
    private static final String BANK = """
            select w.end_to_end_id as key, (array_agg(w.amount_fen order by w.outcome = 'PENDING', w.return_id desc, w.row_no desc))[1] as fen,
              (array_agg(w.outcome order by w.outcome = 'PENDING', w.return_id desc, w.row_no desc))[1] as state,
              greatest(1, count(distinct w.value_date) filter (where w.outcome = 'SETTLED'))::integer as times, null::integer as line
            from bank_return_row w
            where w.outcome is not null and w.return_id in (
                select r.return_id from bank_return_row r join payment_line l on l.end_to_end_id = r.end_to_end_id
                where l.batch_id = :batch)
              and not exists (select from payment_line o where o.end_to_end_id = w.end_to_end_id and o.batch_id <> :batch)
            group by w.end_to_end_id
            """;

    /** What of its award a line has to pay: all of it but for what its other instalments pay. */
    private static final String AWARDS = """
            select l.end_to_end_id as key,
              a.amount_fen - coalesce((select sum(o.amount_fen) from payment_line o
                where o.award_id = l.award_id and o.instalment <> l.instalment
                  and o.state not in ('DRAFT', 'VOID', 'REISSUED', 'WRITTEN_BACK')), 0)::bigint as fen,
              null as state, 1 as times, null::integer as line
            from payment_line l join award a on a.id = l.award_id where l.batch_id = :batch and l.sequence is not null
            """;

    /** What left the account less what came back, by day. */
    private static final String LEDGER_DAYS = """
            select t.value_date::text as key,
              sum(case e.direction when 'CREDIT' then e.amount_fen else -e.amount_fen end)::bigint as fen, null as state, 1 as times,
              null::integer as line
            from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
            join ledger_account c on c.code = e.account and c.side = 'BANK'
            where t.subject = :batch group by t.value_date
            """;

    private static final String LINE_DAYS = """
            select d.day::text as key, sum(d.fen)::bigint as fen, null as state, 1 as times, null::integer as line
            from (select l.settled_at::date as day, l.amount_fen as fen from payment_line l
                  where l.batch_id = :batch and l.settled_at is not null
                  union all
                  select l.returned_on, -l.amount_fen from payment_line l
                  where l.batch_id = :batch and l.settled_at is not null and l.state <> 'SETTLED') d
            group by d.day
            """;

    private static final String SHARED = """
            select l.end_to_end_id as key, l.amount_fen as fen, null as state, 1 as times, l.sequence as line
            from payment_line l join payee_account a on a.id = l.account_id
            where l.batch_id = :batch and l.sequence is not null and
            """;
    private static final String SAME_CARD = """
            exists (
              select from payment_line o join payee_account b on b.id = o.account_id
              where o.batch_id = l.batch_id and o.sequence is not null and o.student_id <> l.student_id
                and b.account_index = a.account_index)
            """;

    /**
     * Paid the same as another pupil, in whichever batch: a record that was merged tells it, or the number of the holder. What is
     * asked back of an award that ended was paid too much and is dealt with there.
     */
    private static final String SAME_PERSON = """
            l.id in (
              with paid as materialized (
                select o.id, o.student_id, coalesce(q.merged_into, q.student_id) as record,
                       case b.holder_kind when 'SELF' then b.holder_index end as holder
                from payment_batch own
                join payment_batch d on d.programme = own.programme and d.semester = own.semester
                join payment_line o on o.batch_id = d.id and o.state in ('FROZEN', 'SENT', 'SETTLED', 'RETURNED')
                join pupil q on q.student_id = o.student_id
                join payee_account b on b.id = o.account_id
                where own.id = :batch and not exists (
                  select from recovery_item i join award w on w.id = i.award_id and w.state = 'STOPPED'
                  where i.award_id = o.award_id))
              select id from paid
              where record in (select record from paid group by record having count(distinct student_id) > 1)
                 or holder in (select holder from paid group by holder having count(distinct student_id) > 1))
            """;

    private static final String FIGURES = """
            select b.revision, b.programme, b.semester, count(l.id)::integer, coalesce(sum(l.amount_fen), 0)::bigint,
              coalesce(b.frozen_fen, 0),
              coalesce(sum(l.amount_fen) filter (where l.state = 'SETTLED'), 0)::bigint,
              coalesce(sum(l.amount_fen) filter (where l.state in ('RETURNED', 'REISSUED', 'WRITTEN_BACK')), 0)::bigint
            from payment_batch b left join payment_line l on l.batch_id = b.id and l.sequence is not null
            where b.id = :batch group by b.id
            """;

    private static final String BOOKED = """
            select coalesce(sum(case e.direction when 'CREDIT' then e.amount_fen else -e.amount_fen end)
                filter (where c.side = 'BANK'), 0)::bigint,
              coalesce(sum(e.amount_fen) filter (where c.side = 'RETURNED' and e.direction = 'CREDIT' and t.kind = 'RETURN'), 0)::bigint
            from ledger_transaction t join ledger_entry e on e.transaction_id = t.id join ledger_account c on c.code = e.account
            where t.subject = :batch
            """;

    /** Where the bank named no amount it confirmed the one it was asked for. */
    private static final String SAID = """
            select coalesce(sum(coalesce(w.fen, l.amount_fen)) filter (where w.state = 'SETTLED'), 0)::bigint,
              coalesce(sum(coalesce(w.fen, l.amount_fen)) filter (where w.state = 'RETURNED'), 0)::bigint
            from (%s) w left join payment_line l on l.end_to_end_id = w.key
            """.formatted(BANK);

    private record Pair(long settled, long returned) {}

    @Inject
    Database database;

    /** Hands over everything the batch's own lines, its awards, the bank and the books do not say alike. */
    void compare(UUID batch, Consumer<Difference> differences) {
        MergeJoin.compare(Side.AWARD, entries(LINES, batch), entries(AWARDS, batch), differences);
        MergeJoin.compare(Side.BANK, entries(LINES, batch), entries(BANK, batch), differences);
        MergeJoin.compare(Side.LEDGER, entries(LINE_DAYS, batch), entries(LEDGER_DAYS, batch), differences);
        entries(SHARED + SAME_PERSON, batch)
                .forEachRemaining(
                        line -> differences.accept(new Difference(Side.PERSON, Kind.SAME_PERSON, line, null)));
        entries(SHARED + SAME_CARD, batch)
                .forEachRemaining(
                        line -> differences.accept(new Difference(Side.PERSON, Kind.SHARED_ACCOUNT, line, null)));
    }

    Figures figures(UUID batch, Map<Side, Integer> differences, int disagreements) {
        Map<String, ?> of = Map.of("batch", batch);
        Pair booked = pair(BOOKED, of);
        Pair said = pair(SAID, of);
        long awards = database.number("select coalesce(sum(fen), 0)::bigint from (" + AWARDS + ") x", of);
        return database.first(
                        FIGURES,
                        of,
                        row -> new Figures(
                                batch.toString(),
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getInt(4),
                                awards,
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                said.settled(),
                                booked.settled(),
                                row.getLong(8),
                                said.returned(),
                                booked.returned(),
                                differences,
                                disagreements))
                .orElseThrow();
    }

    /** @param sql gives key, fen, state, times, line; may use {@code :batch} */
    Iterator<Entry> entries(String sql, UUID batch) {
        String page = "select key, fen, state, times, line from (" + sql + ") x where key collate \"C\" > :after"
                + " order by key collate \"C\" limit " + PAGE;
        return new Paged(after -> database.list(
                page,
                Values.of("batch", batch).and("after", after),
                row -> new Entry(
                        row.getString(1),
                        row.getObject(2, Long.class),
                        Rows.constant(row, 3, State.class),
                        row.getInt(4),
                        row.getObject(5, Integer.class))));
    }

    private Pair pair(String sql, Map<String, ?> of) {
        return database.first(sql, of, row -> new Pair(row.getLong(1), row.getLong(2)))
                .orElseThrow();
    }
}

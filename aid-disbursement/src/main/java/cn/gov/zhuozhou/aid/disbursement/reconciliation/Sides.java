package cn.gov.zhuozhou.aid.disbursement.reconciliation;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.disbursement.reconciliation.Difference.Kind;
import cn.gov.zhuozhou.aid.disbursement.reconciliation.Difference.Side;
import cn.gov.zhuozhou.aid.disbursement.reconciliation.Entry.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What each side says of a batch; each two are joined by key, and only what differs leaves the database. The batch's lines and what
 * the awards and the bank say are put together once, in temporary tables of the transaction, to be compared and to be added up.
 */
@ApplicationScoped
class Sides {
    /** Lines as they were frozen; what a state means to the others stands in the case. */
    private static final String LINES = """
            select l.end_to_end_id as key, l.amount_fen as fen,
              case when l.state = 'SETTLED' then 'SETTLED' when l.state in ('RETURNED', 'REISSUED', 'WRITTEN_BACK') then 'RETURNED'
                else 'PENDING' end as state, 1 as times, l.sequence as line
            from own_line l where l.sequence is not null
            """;

    /**
     * The bank's last word on each payment: what is still under way says nothing against an end. Paid on two days is paid twice.
     * Files that answer for a line of the batch are heard whole, but for what other batches have in them.
     */
    private static final String BANK = """
            select w.end_to_end_id as key, (array_agg(w.amount_fen order by w.outcome = 'PENDING', w.return_id desc, w.row_no desc))[1] as fen,
              (array_agg(w.outcome order by w.outcome = 'PENDING', w.return_id desc, w.row_no desc))[1] as state,
              case when min(w.value_date) filter (where w.outcome = 'SETTLED') < max(w.value_date) filter (where w.outcome = 'SETTLED')
                then 2 else 1 end as times, null::integer as line
            from bank_return_row w left join payment_line o on o.end_to_end_id = w.end_to_end_id
            where w.outcome is not null and (o.batch_id = :batch or o.id is null) and w.return_id = any (array(
                select distinct r.return_id from bank_return_row r join own_line l on l.end_to_end_id = r.end_to_end_id))
            group by w.end_to_end_id
            """;

    private static final String HEARD = """
            create temporary table if not exists own_line (id uuid, end_to_end_id text, sequence integer, award_id uuid, student_id uuid,
              account_id uuid, amount_fen bigint, state text, settled_at date, returned_on date) on commit delete rows;
            create temporary table if not exists own_award (id uuid, student_id uuid, fen bigint) on commit delete rows;
            create temporary table if not exists owed_to_pupil (student_id uuid, fen bigint) on commit delete rows;
            create temporary table if not exists heard_of_awards (key text, fen bigint, state text, times integer, line integer)
              on commit delete rows;
            create temporary table if not exists heard_of_bank (key text, fen bigint, state text, times integer, line integer)
              on commit delete rows;
            delete from own_line;
            delete from own_award;
            delete from owed_to_pupil;
            delete from heard_of_awards;
            delete from heard_of_bank
            """;

    private static final String OWN_LINES = """
            insert into own_line
            select l.id, l.end_to_end_id, l.sequence, l.award_id, l.student_id, l.account_id, l.amount_fen, l.state, l.settled_at::date,
              l.returned_on
            from payment_line l where l.batch_id = :batch
            """;

    /** One pupil, semester and programme is one account (A01). */
    private static final String OWN_AWARDS = """
            insert into own_award
            select a.id, a.student_id, case a.state when 'STOPPED' then a.kept_fen else a.amount_fen end
            from award a
            where a.semester = (select semester from payment_batch where id = :batch)
              and a.programme = (select programme from payment_batch where id = :batch)
              and a.student_id in (select l.student_id from own_line l)
            """;

    /** What a pupil's awards are worth but for what is paid or set against them, and with what was paid too much and is asked back. */
    private static final String OWED = """
            insert into owed_to_pupil
            select student_id, coalesce(sum(fen), 0) from (
              select student_id, fen from own_award
              union all
              select o.student_id, -l.amount_fen from own_award o
              join payment_line l on l.award_id = o.id and l.state in ('FROZEN', 'SENT', 'SETTLED', 'RETURNED')
              union all
              select o.student_id, i.amount_fen from own_award o join recovery_item i on i.award_id = o.id
              union all
              select o.student_id, -s.amount_fen from own_award o join recovery_item i on i.award_id = o.id
              join recovery_item_step s on s.item_id = i.id and s.event = 'LAPSED'
              union all
              select o.student_id, -s.amount_fen from own_award o join recovery_item_step s on s.offset_award_id = o.id) part
            group by student_id
            """;

    /** What of its award a line has to pay: what is owed beside it, and itself where it counts as paid. */
    private static final String AWARDS = """
            insert into heard_of_awards (key, fen, times)
            select l.end_to_end_id,
              case when l.state in ('WRITTEN_BACK', 'VOID') then l.amount_fen else l.amount_fen + o.fen end, 1
            from own_line l join owed_to_pupil o on o.student_id = l.student_id
            where l.sequence is not null
            """;

    /** What was set against the batch's awards, as the items say and as the books do. */
    private static final String OFFSETS = """
            select coalesce((select sum(s.amount_fen) from recovery_item_step s where s.offset_award_id in (%1$s)), 0)::bigint,
              coalesce((select sum(e.amount_fen) from ledger_transaction t
                join ledger_entry e on e.transaction_id = t.id and e.direction = 'DEBIT'
                where t.kind = 'OFFSET' and t.subject in (%1$s)), 0)::bigint
            """.formatted("select award_id from own_line where sequence is not null");

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
            from (select l.settled_at as day, l.amount_fen as fen from own_line l where l.settled_at is not null
                  union all
                  select l.returned_on, -l.amount_fen from own_line l
                  where l.settled_at is not null and l.state <> 'SETTLED') d
            group by d.day
            """;

    private static final String SHARED = """
            select l.end_to_end_id as key, l.amount_fen as fen, null as state, 1 as times, l.sequence as line
            from own_line l join payee_account a on a.id = l.account_id
            where l.sequence is not null and
            """;
    private static final String SAME_CARD = """
            exists (
              select from own_line o join payee_account b on b.id = o.account_id
              where o.sequence is not null and o.student_id <> l.student_id
                and b.account_index = a.account_index)
            """;

    /**
     * Paid the same as another pupil, in whichever batch: a record that was merged tells it, or the number of the holder. What is
     * asked back of an award that ended was paid too much and is dealt with there.
     */
    private static final String SAME_PERSON = """
            l.id in (
              with paid as materialized (
                select o.id, o.student_id, coalesce(q.merged_into, o.student_id) as record,
                       case b.holder_kind when 'SELF' then b.holder_index end as holder
                from payment_line o
                left join (select student_id, merged_into from pupil where merged_into is not null) q
                  on q.student_id = o.student_id
                join payee_account b on b.id = o.account_id
                where o.state in ('FROZEN', 'SENT', 'SETTLED', 'RETURNED')
                  and o.batch_id = any (array(
                    select d.id from payment_batch own
                    join payment_batch d on d.programme = own.programme and d.semester = own.semester where own.id = :batch))
                  and o.award_id not in (
                    select i.award_id from recovery_item i join award w on w.id = i.award_id and w.state = 'STOPPED'))
              select id from paid
              where record in (select record from (select distinct record, student_id from paid) p group by record having count(*) > 1)
                 or holder in (select holder from (select distinct holder, student_id from paid) p group by holder having count(*) > 1))
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
            from heard_of_bank w left join own_line l on l.end_to_end_id = w.key
            """;

    private record Pair(long first, long second) {}

    @Inject
    Database database;

    /** Puts together what the awards and the bank say, for what follows in this transaction. */
    void hear(UUID batch) {
        Map<String, ?> of = Map.of("batch", batch);
        database.expectLargeSets();
        database.execute(HEARD);
        database.analyzeIfMany("own_line", database.update(OWN_LINES, of));
        database.analyzeIfMany("own_award", database.update(OWN_AWARDS, of));
        database.analyzeIfMany("owed_to_pupil", database.update(OWED, Map.of()));
        database.analyzeIfMany("heard_of_awards", database.update(AWARDS, of));
        database.analyzeIfMany("heard_of_bank", database.update("insert into heard_of_bank " + BANK, of));
    }

    /** Hands over everything the batch's own lines, its awards, the bank and the books do not say alike, once they are heard. */
    void compare(UUID batch, Consumer<Difference> differences) {
        compare(Side.AWARD, LINES, "select * from heard_of_awards", batch, differences);
        compare(Side.BANK, LINES, "select * from heard_of_bank", batch, differences);
        compare(Side.LEDGER, LINE_DAYS, LEDGER_DAYS, batch, differences);
        people(Kind.SAME_PERSON, SAME_PERSON, batch, differences);
        people(Kind.SHARED_ACCOUNT, SAME_CARD, batch, differences);
    }

    /** @param ours gives key (each once), fen, state, times, line; may use {@code :batch}; theirs the same */
    void compare(Side side, String ours, String theirs, UUID batch, Consumer<Difference> differences) {
        // In the order of ASCII, whatever the database's own is.
        database.list(
                        """
                        select o.key, o.fen, o.state, o.times, o.line, t.key, t.fen, t.state, t.times, t.line
                        from (%s) o full join (%s) t on t.key = o.key
                        where o.key is null or t.key is null or o.times > 1 or t.times > 1 or o.fen <> t.fen
                           or o.state <> t.state
                        order by coalesce(o.key, t.key) collate "C"
                        """.formatted(ours, theirs),
                        Map.of("batch", batch),
                        row -> Difference.between(side, entry(row, 1), entry(row, 6)))
                .forEach(found -> found.forEach(differences));
    }

    private void people(Kind kind, String with, UUID batch, Consumer<Difference> differences) {
        database.list(
                        SHARED + with + " order by l.sequence",
                        Map.of("batch", batch),
                        row -> new Difference(Side.PERSON, kind, entry(row, 1), null))
                .forEach(differences);
    }

    private static Entry entry(ResultSet row, int first) throws SQLException {
        return row.getString(first) == null
                ? null
                : new Entry(
                        row.getString(first),
                        row.getObject(first + 1, Long.class),
                        Rows.constant(row, first + 2, State.class),
                        row.getInt(first + 3),
                        row.getObject(first + 4, Integer.class));
    }

    /** Adds up each side, once they are heard. */
    Figures figures(UUID batch, Map<Side, Integer> differences, int disagreements) {
        Map<String, ?> of = Map.of("batch", batch);
        Pair booked = pair(BOOKED, of);
        Pair said = pair(SAID, Map.of());
        Pair offset = pair(OFFSETS, of);
        long awards = database.number("select coalesce(sum(fen), 0)::bigint from heard_of_awards", Map.of());
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
                                said.first(),
                                booked.first(),
                                row.getLong(8),
                                said.second(),
                                booked.second(),
                                offset.first(),
                                offset.second(),
                                differences,
                                disagreements))
                .orElseThrow();
    }

    private Pair pair(String sql, Map<String, ?> of) {
        return database.first(sql, of, row -> new Pair(row.getLong(1), row.getLong(2)))
                .orElseThrow();
    }
}

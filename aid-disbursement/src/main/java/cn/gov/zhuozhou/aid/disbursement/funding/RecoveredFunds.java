package cn.gov.zhuozhou.aid.disbursement.funding;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.disbursement.ledger.Account;
import cn.gov.zhuozhou.aid.disbursement.ledger.Ledger;
import cn.gov.zhuozhou.aid.disbursement.ledger.Posting;
import cn.gov.zhuozhou.aid.disbursement.ledger.Posting.Direction;
import cn.gov.zhuozhou.aid.disbursement.ledger.Posting.Kind;
import cn.gov.zhuozhou.aid.disbursement.ledger.Posting.Leg;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Books what was paid too much and is given back; it is available again to the sources it came from. Each call is one posting about an
 * award. Must be called in a transaction.
 */
@ApplicationScoped
public class RecoveredFunds {
    private record Award(UUID id, String programme, Semester semester) {}

    @Inject
    Funds funds;

    @Inject
    Ledger ledger;

    @Inject
    BusinessClock clock;

    @Inject
    Database database;

    /** The family paid back what it had of an award. */
    public void repaid(UUID awardId, long fen, Actor by) {
        Award award = award(awardId);
        var posting = Posting.of(Kind.REPAYMENT, awardId, award.semester().code(), clock.today());
        paidFrom(award, fen)
                .forEach((source, part) ->
                        posting.move(Account.BANK, Account.available(source, award.programme()), part));
        ledger.post(posting.done(), by);
    }

    /**
     * What was paid too much of one award counts as paid of another, whose sources make it good. Refused with 422 where one of them has
     * too little.
     */
    public void offset(UUID overpaidId, UUID againstId, long fen, Actor by) {
        Award overpaid = award(overpaidId);
        Award against = award(againstId);
        Map<String, Long> asked = funds.taken(against.programme(), against.semester(), fen);
        funds.requireAvailable(against.programme(), asked);
        List<Leg> legs = new ArrayList<>();
        asked.forEach((source, part) ->
                legs.add(new Leg(Account.available(source, against.programme()), Direction.DEBIT, part)));
        paidFrom(overpaid, fen)
                .forEach((source, part) ->
                        legs.add(new Leg(Account.available(source, overpaid.programme()), Direction.CREDIT, part)));
        ledger.post(new Posting(Kind.OFFSET, againstId, against.semester().code(), clock.today(), legs), by);
    }

    /** In proportion to what the batches took that paid the pupil; where offsets made up for it, as policy shares the programme out. */
    private SortedMap<String, Long> paidFrom(Award award, long fen) {
        Map<String, Long> took = new TreeMap<>();
        database.list("""
                select f.source, sum(f.reserved_fen)::bigint
                from award own join award a
                  on (a.student_id, a.semester, a.programme) = (own.student_id, own.semester, own.programme)
                join payment_line l on l.award_id = a.id and l.state in ('FROZEN', 'SENT', 'SETTLED', 'RETURNED')
                join batch_funds f on f.batch_id = l.batch_id
                where own.id = :award group by f.source
                """, Map.of("award", award.id()), row -> took.put(row.getString(1), row.getLong(2)));
        long all = took.values().stream().mapToLong(Long::longValue).sum();
        return all < fen ? funds.shared(award.programme(), award.semester(), fen) : Portions.of(took, fen);
    }

    private Award award(UUID id) {
        return database.first(
                        "select programme, semester from award where id = :id",
                        Map.of("id", id),
                        row -> new Award(id, row.getString(1), Semester.parse(row.getString(2))))
                .orElseThrow();
    }
}

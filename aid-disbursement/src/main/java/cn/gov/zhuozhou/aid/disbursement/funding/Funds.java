package cn.gov.zhuozhou.aid.disbursement.funding;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.ledger.Account;
import cn.gov.zhuozhou.aid.disbursement.ledger.Ledger;
import cn.gov.zhuozhou.aid.disbursement.ledger.Posting;
import cn.gov.zhuozhou.aid.disbursement.ledger.Posting.Kind;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicySets;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.FundSource;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Shares;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Reserves money for batches and follows it to its end. Each call is one posting, however many lines it stands for, and splits its
 * amount over the batch's sources in proportion to what each of them has at that point. Must be called in a transaction.
 */
@ApplicationScoped
public class Funds {
    /** Where a batch's money of one source stands; its places come to what was reserved. */
    public record BatchFunds(
            String source, String programme, String semester, long reservedFen, Map<BatchPlace, Long> standing) {
        long at(BatchPlace place) {
            return standing.getOrDefault(place, 0L);
        }
    }

    @Inject
    Database database;

    @Inject
    Ledger ledger;

    @Inject
    FundQuotas quotas;

    @Inject
    PolicySets policies;

    @Inject
    Turns turns;

    @Inject
    BusinessClock clock;

    /**
     * Reserves an amount as policy shares the programme out in the semester. Refused with 422 where the sources of a kind have too
     * little.
     */
    public void reserve(UUID batchId, String programme, Semester semester, long fen, Actor by) {
        reserve(batchId, programme, semester.code(), taken(programme, semester, fen), by);
    }

    /** What each source gives of an amount, as policy shares the programme out in the semester; the sources wait their turn for it. */
    Map<String, Long> taken(String programme, Semester semester, long fen) {
        turn(turns, programme);
        Map<String, Long> bySource = new LinkedHashMap<>();
        shares(programme, semester)
                .split(fen)
                .forEach((kind, part) -> bySource.putAll(ofKind(kind, programme, semester.year(), part)));
        bySource.values().removeIf(part -> part == 0);
        return bySource;
    }

    /** An amount by kind of source, as policy shares the programme out in the semester; without those of 0 fen. */
    SortedMap<String, Long> shared(String programme, Semester semester, long fen) {
        SortedMap<String, Long> byKind = new TreeMap<>();
        shares(programme, semester).split(fen).forEach((kind, part) -> byKind.put(kind.name(), part));
        byKind.values().removeIf(part -> part == 0);
        return byKind;
    }

    private Shares shares(String programme, Semester semester) {
        Shares shares = policies.in(semester).map(set -> set.shares(programme)).orElse(Shares.UNKNOWN);
        if (shares.basisPoints().isEmpty()) {
            throw new ProblemException(FundingProblem.SHARES_UNKNOWN);
        }
        return shares;
    }

    /**
     * The sources of a kind give in turn, as far as each has money of the programme (such as the lottery fund for freshmen) and its quota
     * goes; what none of them has is asked of the one the kind is named after.
     */
    private Map<String, Long> ofKind(FundSource kind, String programme, int year, long fen) {
        Map<String, Long> taken = new LinkedHashMap<>();
        long left = fen;
        for (String code : sourcesOf(kind)) {
            long has = Math.min(
                    ledger.creditOf(Account.available(code, programme)), quotas.roomToTake(programme, year, code));
            long given = Math.clamp(has, 0, left);
            taken.put(code, given);
            left -= given;
        }
        taken.merge(kind.name(), left, Long::sum);
        return taken;
    }

    private List<String> sourcesOf(FundSource kind) {
        return database.list(
                "select code from fund_source where kind = :kind and active order by code <> :kind, code",
                Map.of("kind", kind),
                row -> row.getString(1));
    }

    /** Reserves what is said of each source, by its code. Refused with 422 where a source has too little. */
    public void reserve(UUID batchId, String programme, String semester, Map<String, Long> bySource, Actor by) {
        SortedMap<String, Long> asked = new TreeMap<>(bySource);
        asked.values().removeIf(fen -> fen == 0);
        requireKnown(asked.keySet().stream().toList());
        requireAvailable(programme, asked);
        if (semester != null) {
            quotas.requireRoomToTake(programme, Semester.parse(semester).year(), asked);
        }
        requireNothingReserved(batchId);
        var posting = Posting.of(Kind.FREEZE, batchId, semester, clock.today());
        asked.forEach((source, fen) -> {
            posting.move(Account.available(source, programme), Account.payable(source, programme), fen);
            begin(batchId, programme, semester, source, fen);
        });
        ledger.post(posting.done(), by);
    }

    /** Gives back all that is reserved for a batch of which nothing was paid or returned. */
    public void release(UUID batchId, Actor by) {
        List<BatchFunds> funds = lockedOf(batchId);
        if (funds.isEmpty() || funds.stream().anyMatch(f -> f.at(BatchPlace.PAYABLE) != f.reservedFen())) {
            throw new ProblemException(FundingProblem.MORE_THAN_STANDS_THERE);
        }
        database.update(
                "update batch_funds set released_fen = payable_fen, payable_fen = 0 where batch_id = :batch",
                Map.of("batch", batchId));
        List<UUID> posted = database.list("""
                select t.id from ledger_transaction t
                where t.subject = :batch and t.kind in ('FREEZE', 'REISSUE')
                  and not exists (select from ledger_transaction r where r.reverses = t.id)
                order by t.id
                """, Map.of("batch", batchId), row -> row.getObject(1, UUID.class));
        posted.forEach(transaction -> ledger.reverse(transaction, by));
        database.update("""
                update batch_funds f set reissued_fen = f.reissued_fen - r.fen, returned_fen = f.returned_fen + r.fen
                from (select from_batch, source, sum(fen)::bigint as fen from batch_reissue where into_batch = :batch
                      group by from_batch, source) r
                where f.batch_id = r.from_batch and f.source = r.source
                """, Map.of("batch", batchId));
    }

    /** The bank has paid this much of what is payable. */
    public void settle(UUID batchId, long fen, LocalDate valueDate, Actor by) {
        move(BatchMove.SETTLE, batchId, fen, valueDate, by);
    }

    /** The bank did not pay this much of what is payable. */
    public void returned(UUID batchId, long fen, LocalDate valueDate, Actor by) {
        move(BatchMove.RETURN, batchId, fen, valueDate, by);
    }

    /** This much had been paid and came back from the bank. */
    public void cameBack(UUID batchId, long fen, LocalDate valueDate, Actor by) {
        move(BatchMove.COME_BACK, batchId, fen, valueDate, by);
    }

    /** Returned money goes back to the sources it came from. */
    public void writeBack(UUID batchId, long fen, Actor by) {
        move(BatchMove.WRITE_BACK, batchId, fen, clock.today(), by);
    }

    /** Returned money of one batch is reserved for another, which pays it again. A batch may take from several. */
    public void reissue(UUID fromBatch, UUID intoBatch, long fen, Actor by) {
        List<BatchFunds> funds = lockedOf(fromBatch);
        SortedMap<String, Long> portions = take(BatchMove.REISSUE, fromBatch, funds, fen);
        BatchFunds any = funds.getFirst();
        portions.forEach((source, part) -> begin(intoBatch, any.programme(), any.semester(), source, part));
        UUID posted = post(BatchMove.REISSUE, intoBatch, any, portions, clock.today(), by);
        portions.forEach((source, part) -> database.update(
                """
                insert into batch_reissue (transaction_id, source, from_batch, into_batch, fen)
                values (:transaction, :source, :from, :into, :fen)
                """,
                Map.of("transaction", posted, "source", source, "from", fromBatch, "into", intoBatch, "fen", part)));
    }

    /** Where a batch's money stands, by source. */
    public List<BatchFunds> of(UUID batchId) {
        return database.list("""
                select source, programme, semester, reserved_fen, payable_fen, returned_fen, paid_fen, written_back_fen,
                       reissued_fen, released_fen
                from batch_funds where batch_id = :batch order by source
                """, Map.of("batch", batchId), row -> {
            Map<BatchPlace, Long> standing = new LinkedHashMap<>();
            for (BatchPlace place : BatchPlace.values()) {
                standing.put(place, row.getLong(place.column()));
            }
            return new BatchFunds(row.getString(1), row.getString(2), row.getString(3), row.getLong(4), standing);
        });
    }

    /** What of a batch's money stands in a place, of all sources. */
    public long at(UUID batchId, BatchPlace place) {
        return of(batchId).stream().mapToLong(funds -> funds.at(place)).sum();
    }

    /** Ends the request with 422 where a source has less available than is asked of it; what is missing is told by source. */
    void requireAvailable(String programme, Map<String, Long> asked) {
        turn(turns, programme);
        List<FieldError> missing = new ArrayList<>();
        asked.forEach((source, fen) -> {
            long available = ledger.creditOf(Account.available(source, programme));
            if (available < fen) {
                missing.add(new FieldError(
                        source,
                        "MISSING",
                        Text.of("需 %s 元，可用 %s 元，缺 %s 元", "asked %s yuan, available %s, missing %s")
                                .formatted(yuan(fen), yuan(available), yuan(fen - available))));
            }
        });
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    FundingProblem.FUNDS_MISSING,
                    Text.of("项目 %s 的资金不足。", "Programme %s has not enough money.")
                            .formatted(programme),
                    missing);
        }
    }

    /** Whoever takes money of a programme goes one after the other, so that what is told to be missing is true. */
    static void turn(Turns turns, String programme) {
        turns.alone("funds/" + programme);
    }

    private void requireKnown(List<String> sources) {
        long known = database.number(
                "select count(*) from fund_source where active and code = any (:codes)", Map.of("codes", sources));
        if (sources.isEmpty() || known != sources.size()) {
            throw new ProblemException(FundingProblem.SOURCE_UNKNOWN);
        }
    }

    private void requireNothingReserved(UUID batchId) {
        if (!lockedOf(batchId).isEmpty()) {
            throw new ProblemException(FundingProblem.RESERVED_ALREADY);
        }
    }

    private void begin(UUID batchId, String programme, String semester, String source, long fen) {
        int begun = database.update(
                """
                insert into batch_funds (batch_id, source, programme, semester, reserved_fen, payable_fen)
                values (:batch, :source, :programme, :semester, :fen, :fen)
                on conflict (batch_id, source) do update
                  set reserved_fen = batch_funds.reserved_fen + :fen, payable_fen = batch_funds.payable_fen + :fen
                  where batch_funds.programme = excluded.programme and batch_funds.released_fen = 0
                """,
                Values.of("batch", batchId)
                        .and("source", source)
                        .and("programme", programme)
                        .and("semester", semester)
                        .and("fen", fen));
        if (begun != 1) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
    }

    private void move(BatchMove move, UUID batchId, long fen, LocalDate valueDate, Actor by) {
        List<BatchFunds> funds = lockedOf(batchId);
        SortedMap<String, Long> portions = take(move, batchId, funds, fen);
        post(move, batchId, funds.getFirst(), portions, valueDate, by);
    }

    private List<BatchFunds> lockedOf(UUID batchId) {
        turns.alone("batch-funds", batchId);
        return of(batchId);
    }

    private SortedMap<String, Long> take(BatchMove move, UUID batchId, List<BatchFunds> funds, long fen) {
        Map<String, Long> has = new TreeMap<>();
        funds.forEach(f -> has.put(f.source(), f.at(move.from())));
        long all = has.values().stream().mapToLong(Long::longValue).sum();
        if (fen <= 0 || fen > all) {
            throw new ProblemException(
                    FundingProblem.MORE_THAN_STANDS_THERE,
                    Text.of("%s：%s 元，现有 %s 元", "%s: %s yuan of %s").formatted(move, yuan(fen), yuan(all)));
        }
        SortedMap<String, Long> portions = Portions.of(has, fen);
        String sql =
                "update batch_funds set %1$s = %1$s - :fen, %2$s = %2$s + :fen where batch_id = :batch and source = :source"
                        .formatted(move.from().column(), move.to().column());
        portions.forEach(
                (source, part) -> database.update(sql, Map.of("batch", batchId, "source", source, "fen", part)));
        return portions;
    }

    private UUID post(
            BatchMove move,
            UUID subject,
            BatchFunds of,
            SortedMap<String, Long> portions,
            LocalDate valueDate,
            Actor by) {
        var posting = Posting.of(move.kind(), subject, of.semester(), valueDate);
        portions.forEach((source, part) ->
                posting.move(move.debited(source, of.programme()), move.credited(source, of.programme()), part));
        return ledger.post(posting.done(), by);
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}

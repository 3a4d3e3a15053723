package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.CENTER_SCHOOL_OK;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.CLOSED;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.COUNTY_OK;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.DRAFT;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.FROZEN;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.NOTICED;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.PAID;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.PARTLY_PAID;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.RECONCILED;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.SCHOOL_OK;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.SENT_TO_BANK;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.award.ApprovedPupils.Approved;
import cn.gov.zhuozhou.aid.disbursement.bank.BankResult;
import cn.gov.zhuozhou.aid.disbursement.bank.BankResult.Outcome;
import cn.gov.zhuozhou.aid.disbursement.funding.FundPlay;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.Approval;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState;
import cn.gov.zhuozhou.aid.disbursement.recovery.RecoveryPlay;
import cn.gov.zhuozhou.aid.disbursement.recovery.RecoveryPlay.Item;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays random lives of batches at one school, with rulings that end and renew aid, money asked back, scarce appropriations that are
 * taken back, refused acts, repeated files and transactions that break off in the middle; after each step no fen has appeared or
 * vanished. A failure names its seed.
 */
@DisbursementTest
class ConservationTest {
    // Lives in which money moves, and how.
    private static final Map<Long, List<String>> KNOWN_LIVES = Map.of(
            3L, List.of("freeze", "send", "write back", "repay", "write off", "income", "treasury", "take back"),
            4L, List.of("freeze", "no freeze", "send", "write back", "offset", "take back", "no take back"));
    private static final int STEPS = 200;
    private static final int DOCUMENTS_AT_FIRST = 3;
    private static final String AUTUMN = "2019-autumn";

    // One statement for all of it, and of this school alone: it is asked two hundred times in a life.
    private static final String WRONG = """
            with b as (select * from payment_batch where school_code = :school),
            a as (select * from award where school_code = :school),
            f as (select * from fund_act where starts_with(document_no, :school)),
            account as (
              select x.* from (select distinct student_id, semester, programme from a) k cross join lateral (
                select * from award_account y
                where (y.student_id, y.semester, y.programme) = (k.student_id, k.semester, k.programme) offset 0) x),
            posted as (
              select t.id, t.subject, t.kind, e.account, e.direction, e.amount_fen
              from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
              where t.subject in (select id from b union all select id from a union all select id from f)),
            stands as (
              select b.id, l.state, sum(l.amount_fen) as fen from b join payment_line l on l.batch_id = b.id
              where l.sequence is not null group by b.id, l.state),
            kept as (
              select f.batch_id, p.states, sum(p.fen) as fen from b join batch_funds f on f.batch_id = b.id
              cross join lateral (values (array['FROZEN', 'SENT'], payable_fen), (array['SETTLED'], paid_fen),
                (array['RETURNED'], returned_fen), (array['REISSUED'], reissued_fen),
                (array['WRITTEN_BACK'], written_back_fen), (array['VOID'], released_fen)) p (states, fen)
              group by f.batch_id, p.states)
            select 'does not balance: ' || id from posted group by id
            having sum(case direction when 'DEBIT' then amount_fen else -amount_fen end) <> 0
            union all
            select concat_ws(' ', 'lines and funds differ:', k.batch_id, k.states) from kept k
            where k.fen <> (select coalesce(sum(fen), 0) from stands s where s.id = k.batch_id and s.state = any (k.states))
            union all
            select 'not what was frozen: ' || b.id from b
            where frozen_fen is distinct from (select sum(fen) from stands s where s.id = b.id)
               or frozen_fen is distinct from (select sum(fen)::bigint from kept k where k.batch_id = b.id)
            union all
            select 'paid twice: ' || l.award_id from payment_line l join a on a.id = l.award_id where l.state = 'SETTLED'
            group by l.award_id, l.instalment having count(*) > 1
            union all
            select concat_ws(' ', 'overpaid and asked back differ:', x.student_id, x.semester, x.overpaid_fen, x.claimed_fen)
            from account x where x.overpaid_fen > x.claimed_fen or (x.overpaid_fen < x.claimed_fen and exists (
              select from a join recovery_item_now i on i.award_id = a.id
              where a.student_id = x.student_id and a.semester = x.semester and i.open_fen > 0))
            union all
            select 'repaid and booked differ: ' || a.id from a
            where (select coalesce(sum(s.amount_fen), 0) from recovery_item i join recovery_item_step s on s.item_id = i.id
                   where i.award_id = a.id and s.event = 'REPAID')
               <> (select coalesce(sum(amount_fen), 0) from posted p where p.subject = a.id and p.account = 'BANK')
            union all
            select 'offset and booked differ: ' || a.id from a
            where (select coalesce(sum(s.amount_fen), 0) from recovery_item_step s where s.offset_award_id = a.id)
               <> (select coalesce(sum(amount_fen), 0) from posted p
                   where p.subject = a.id and p.kind = 'OFFSET' and p.direction = 'DEBIT')
            union all
            select concat_ws(' ', 'entered and booked differ:', f.kind, f.state, f.id) from f
            where case when f.state <> 'CONFIRMED' then 0 when f.kind = 'INCOME' then f.amount_fen else -f.amount_fen end
               <> (select coalesce(sum(case direction when 'DEBIT' then amount_fen else -amount_fen end), 0)
                   from posted p where p.subject = f.id and p.account = 'BANK')
            union all
            select 'closed before its end: ' || b.id from b where b.state = 'CLOSED' and b.frozen_fen <> (
              with recursive chain as (
                select id, state, amount_fen from payment_line where batch_id = b.id and sequence is not null
                union all
                select n.id, n.state, c.amount_fen
                from chain c join payment_line n on n.reissue_of = c.id and n.state <> 'VOID' and n.sequence is not null
                where c.state = 'REISSUED')
              select sum(amount_fen) from chain where state in ('SETTLED', 'WRITTEN_BACK'))
            """;

    // What is at the bank belongs to some source.
    private static final String OWNERLESS = """
            select coalesce(sum(debit_fen - credit_fen), 0)
            from ledger_balance where side in ('BANK', 'AVAILABLE', 'PAYABLE', 'RETURNED')
            """;

    /** Breaks a transaction off after its work. */
    private static final class BrokenOff extends RuntimeException {
        BrokenOff() {
            super("broken off", null, false, false);
        }
    }

    @Inject
    BatchPlay play;

    @Inject
    RecoveryPlay recoveries;

    @Inject
    FundPlay funds;

    private Random random;
    private String school;
    private final List<Approved> pupils = new ArrayList<>();
    private final List<UUID> batches = new ArrayList<>();
    private final List<List<BankResult>> heard = new ArrayList<>();
    private final Set<UUID> removed = new HashSet<>();
    private final Set<UUID> inAutumn = new HashSet<>();
    private final List<UUID> moneyMoved = new ArrayList<>();
    private long ownerless;

    static List<Long> seeds() {
        Long given = Long.getLong("aid.seed");
        return given == null
                ? Stream.concat(KNOWN_LIVES.keySet().stream(), Stream.of(System.nanoTime()))
                        .toList()
                : List.of(given);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("A01, A08: whatever happens, no fen appears or vanishes and no instalment is paid twice")
    void conserves(long seed) {
        random = new Random(seed);
        BatchPlay.in(() -> {
            play.spendAll();
            recoveries.offsetsAllowed(true);
            return null;
        });
        ownerless = play.database.number(OWNERLESS, Map.of());
        Approved first = play.payable();
        school = first.school();
        pupils.add(first);
        for (int i = 0; i < DOCUMENTS_AT_FIRST; i++) {
            BatchPlay.SOURCES.forEach(source -> moneyMoved.add(BatchPlay.in(() -> funds.decided(
                    funds.income(source, BatchPlay.PROGRAMME, documentNo(), 10 * BatchPlay.FEN, BatchPlay.MAKER),
                    true,
                    BatchPlay.CHECKER))));
        }
        List<String> done = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            done.add(step());
            check("seed " + seed + " after " + done);
        }
        assertThat(done).as("a life in which money moves").containsAll(KNOWN_LIVES.getOrDefault(seed, List.of()));
    }

    private String step() {
        return switch (random.nextInt(20)) {
            case 0 -> pupils.size() > 8 ? "none" : then("pupil", () -> pupils.add(play.payableAt(pupils.getFirst())));
            case 1 -> then("create", () -> batches.add(maybe(() -> created(Batch.Kind.REGULAR))));
            case 2 -> then("reissue", () -> batches.add(maybe(() -> created(Batch.Kind.REISSUE))));
            case 3, 4 -> on("freeze", this::freeze, DRAFT, SCHOOL_OK, NOTICED, CENTER_SCHOOL_OK, COUNTY_OK);
            case 5, 6 -> on("send", batch -> maybe(() -> play.files.order(batch, BatchPlay.PAYER)), FROZEN);
            case 7, 8 -> on("bank", this::bankAnswers, SENT_TO_BANK, PARTLY_PAID, PAID, CLOSED);
            case 9 -> then("repeat", () -> heard.isEmpty() ? null : maybe(() -> apply(pick(heard))));
            case 10 -> on("write back", this::writeBack, PARTLY_PAID);
            case 11 -> on("end", this::end, DRAFT, FROZEN, PARTLY_PAID, PAID, RECONCILED);
            case 12, 13 -> ruled(pick(pupils).student());
            case 14 -> recover("repay", item -> maybe(() -> recoveries.repaid(item, part(item), BatchPlay.MAKER)));
            case 15 -> recover("offset", this::offset);
            case 16 -> then("income", () -> income(pick(BatchPlay.SOURCES)));
            case 17 -> then("treasury", () -> treasury(pick(BatchPlay.SOURCES)));
            case 18 -> then("take back", () -> maybe(() -> funds.reversed(pick(moneyMoved), BatchPlay.CHECKER)));
            default -> recover("write off", this::writeOff);
        };
    }

    /** For some pupils, and for the next perhaps not. */
    private UUID income(String source) {
        long fen = 1 + random.nextLong(20 * BatchPlay.FEN);
        return decided(maybe(() -> funds.income(source, BatchPlay.PROGRAMME, documentNo(), fen, BatchPlay.MAKER)));
    }

    private UUID treasury(String source) {
        long fen = 1 + random.nextLong(4 * BatchPlay.FEN);
        return decided(
                maybe(() -> funds.treasuryReturn(source, BatchPlay.PROGRAMME, documentNo(), fen, BatchPlay.MAKER)));
    }

    private String documentNo() {
        return school + "〔" + moneyMoved.size() + "〕";
    }

    private UUID decided(UUID entered) {
        if (entered == null) {
            return null;
        }
        moneyMoved.add(entered);
        return maybe(() -> funds.decided(entered, random.nextInt(6) > 0, BatchPlay.CHECKER));
    }

    private String ruled(UUID pupil) {
        if (random.nextBoolean() && inAutumn.add(pupil)) {
            removed.remove(pupil);
            return then("autumn", () -> play.pupils.in(pupil, AUTUMN));
        }
        if (removed.remove(pupil)) {
            return then("again", () -> play.pupils.again(pupil));
        }
        play.pupils.removed(pupil);
        return then("remove", () -> removed.add(pupil));
    }

    private String recover(String name, Function<Item, Object> act) {
        List<Item> open = recoveries.open(school);
        return open.isEmpty() ? "nothing to " + name : then(name, () -> act.apply(pick(open)));
    }

    private long part(Item item) {
        return random.nextBoolean() ? item.openFen() : 1 + random.nextLong(item.openFen());
    }

    private Object offset(Item item) {
        if (inAutumn.add(item.student())) {
            removed.remove(item.student());
            play.pupils.in(item.student(), AUTUMN);
        }
        List<String> against = play.strings(
                "select award_id::text from award_payable where student_id = :student order by award_id",
                Map.of("student", item.student()));
        return against.isEmpty()
                ? null
                : maybe(() -> recoveries.offset(item, UUID.fromString(pick(against)), part(item), BatchPlay.CHECKER));
    }

    private Object writeOff(Item item) {
        maybe(() -> recoveries.writeOffAsked(item, BatchPlay.MAKER));
        return maybe(() -> recoveries.writeOffDecided(item, random.nextInt(3) == 0, BatchPlay.CHECKER));
    }

    private Object freeze(UUID batch) {
        maybe(() -> play.acts.submit(batch, "*", BatchPlay.MAKER));
        maybe(() -> play.acts.confirmNotice(batch, "*", BatchPlay.CHECKER));
        maybe(() -> play.acts.approveAsCenterSchool(batch, "*", BatchPlay.CHECKER));
        maybe(() -> play.acts.approve(batch, Approval.COUNTY, "*", BatchPlay.CHECKER));
        return maybe(() -> play.freezing.freeze(batch, "*", BatchPlay.CHECKER));
    }

    private UUID created(Batch.Kind kind) {
        return play.acts
                .create(
                        new Batch.Selection(
                                kind,
                                BatchPlay.PROGRAMME,
                                random.nextInt(3) == 0 ? AUTUMN : BatchPlay.SEMESTER,
                                school,
                                null,
                                null),
                        BatchPlay.MAKER)
                .id();
    }

    private Object bankAnswers(UUID batch) {
        List<BankResult> said = new ArrayList<>();
        for (BatchLines.Line line : play.lines(batch)) {
            if (line.endToEndId() != null && random.nextInt(3) > 0) {
                said.add(play.says(line, random.nextInt(3) == 0 ? Outcome.RETURNED : Outcome.SETTLED));
            }
        }
        said.add(new BankResult("UNKNOWN" + random.nextInt(), Outcome.SETTLED, null, null, null, 1L, null, 9));
        heard.add(said);
        Object applied = maybe(() -> apply(said));
        pupils.stream()
                .filter(pupil -> random.nextInt(play.canBePaid(pupil.student()) ? 40 : 2) == 0)
                .forEach(pupil -> play.account(pupil.student()));
        return applied;
    }

    private Object apply(List<BankResult> said) {
        return play.said(said);
    }

    private Object writeBack(UUID batch) {
        for (BatchLines.Line line : play.lines(batch)) {
            if (line.state() == LineState.RETURNED) {
                maybe(() -> play.writeBacks.propose(line.id(), "已离校", BatchPlay.MAKER));
                List<String> asked = play.strings(
                        "select id::text from payment_write_back where line_id = :line and state = 'PROPOSED'",
                        Map.of("line", line.id()));
                return asked.isEmpty()
                        ? null
                        : maybe(() -> play.writeBacks.decide(
                                UUID.fromString(asked.getFirst()), random.nextBoolean(), BatchPlay.CHECKER));
            }
        }
        return null;
    }

    private Object end(UUID batch) {
        return switch (random.nextInt(4)) {
            case 0 -> maybe(() -> play.acts.cancel(batch, "*", "重新编制", BatchPlay.MAKER));
            case 1 -> {
                Batch next = maybe(() -> play.acts.replace(batch, "*", "账户更正", BatchPlay.CHECKER));
                yield next == null ? null : batches.add(next.id());
            }
            default -> {
                maybe(() -> play.acts.reconcile(batch, "*", BatchPlay.MAKER));
                yield maybe(() -> play.acts.close(batch, "*", BatchPlay.CHECKER));
            }
        };
    }

    private void check(String as) {
        assertThat(play.strings(WRONG, Map.of("school", school))).as(as).isEmpty();
        assertThat(play.database.number(OWNERLESS, Map.of())).as(as).isEqualTo(ownerless);
    }

    /** Done, refused, or broken off after its work; null where nothing came of it. */
    private <T> T maybe(Callable<T> work) {
        boolean broken = random.nextInt(8) == 0;
        try {
            return BatchPlay.in(() -> {
                T done = work.call();
                if (broken) {
                    throw new BrokenOff();
                }
                return done;
            });
        } catch (ProblemException | BrokenOff refused) {
            return null;
        }
    }

    private String then(String name, Callable<?> work) {
        try {
            Object done = work.call();
            batches.removeIf(java.util.Objects::isNull);
            return done == null ? "no " + name : name;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** For the most part on a batch it can happen to. */
    private String on(String name, Function<UUID, Object> act, BatchState... in) {
        List<UUID> fitting =
                play
                        .strings(
                                """
                        select b.id::text from payment_batch b where b.school_code = :school and b.state = any (:states)
                          and exists (select from payment_line l where l.batch_id = b.id and l.state <> 'VOID') order by b.id
                        """,
                                Map.of(
                                        "school",
                                        school,
                                        "states",
                                        Stream.of(in).map(Enum::name).toList()))
                        .stream()
                        .map(UUID::fromString)
                        .toList();
        if (batches.isEmpty()) {
            return "none";
        }
        return then(name, () -> act.apply(pick(fitting.isEmpty() || random.nextInt(4) == 0 ? batches : fitting)));
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}

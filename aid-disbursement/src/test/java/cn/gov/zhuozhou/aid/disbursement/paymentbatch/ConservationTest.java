package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.award.ApprovedPupils.Approved;
import cn.gov.zhuozhou.aid.disbursement.bank.BankResult;
import cn.gov.zhuozhou.aid.disbursement.bank.BankResult.Outcome;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.Approval;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays random lives of batches at one school, with refused acts, repeated files and transactions that break off in the middle; after
 * each step no fen has appeared or vanished. A failure names its seed.
 */
@DisbursementTest
class ConservationTest {
    private static final long KNOWN_LIFE = 20190304;
    private static final int STEPS = 200;

    /** Breaks a transaction off after its work. */
    private static final class BrokenOff extends RuntimeException {
        BrokenOff() {
            super("broken off", null, false, false);
        }
    }

    @Inject
    BatchPlay play;

    private Random random;
    private String school;
    private final List<Approved> pupils = new ArrayList<>();
    private final List<UUID> batches = new ArrayList<>();
    private final List<List<BankResult>> heard = new ArrayList<>();

    static List<Long> seeds() {
        Long given = Long.getLong("aid.seed");
        return given == null ? List.of(KNOWN_LIFE, System.nanoTime()) : List.of(given);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("A01, A08: whatever happens, no fen appears or vanishes and no instalment is paid twice")
    void conserves(long seed) {
        random = new Random(seed);
        play.fund(100_000_000);
        Approved first = play.payable();
        school = first.school();
        pupils.add(first);
        List<String> done = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            done.add(step());
            check("seed " + seed + " after " + done);
        }
        if (seed == KNOWN_LIFE) {
            assertThat(done).as("a life in which money moves").contains("freeze", "send");
        }
    }

    private String step() {
        return switch (random.nextInt(12)) {
            case 0 -> pupils.size() > 8 ? "none" : then("pupil", () -> pupils.add(play.payableAt(pupils.getFirst())));
            case 1 -> then("create", () -> batches.add(maybe(() -> created(Batch.Kind.REGULAR))));
            case 2 -> then("reissue", () -> batches.add(maybe(() -> created(Batch.Kind.REISSUE))));
            case 3, 4 ->
                on("freeze", batch -> {
                    maybe(() -> play.acts.submit(batch, "*", BatchPlay.MAKER));
                    maybe(() -> play.acts.confirmNotice(batch, "*", BatchPlay.CHECKER));
                    maybe(() -> play.acts.approveAsCenterSchool(batch, "*", BatchPlay.CHECKER));
                    maybe(() -> play.acts.approve(batch, Approval.COUNTY, "*", BatchPlay.CHECKER));
                    return maybe(() -> play.freezing.freeze(batch, "*", BatchPlay.CHECKER));
                });
            case 5, 6 -> on("send", batch -> maybe(() -> play.files.order(batch, BatchPlay.PAYER)));
            case 7, 8 -> on("bank", this::bankAnswers);
            case 9 -> then("repeat", () -> heard.isEmpty() ? null : maybe(() -> apply(pick(heard))));
            case 10 -> on("write back", this::writeBack);
            default -> on("end", this::end);
        };
    }

    private UUID created(Batch.Kind kind) {
        return play.acts
                .create(
                        new Batch.Selection(kind, BatchPlay.PROGRAMME, BatchPlay.SEMESTER, school, null, null),
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
                WriteBacks.WriteBack asked = maybe(() -> play.writeBacks.propose(line.id(), "已离校", BatchPlay.MAKER));
                return asked == null
                        ? null
                        : maybe(() -> play.writeBacks.decide(asked.id(), random.nextBoolean(), BatchPlay.CHECKER));
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
        Map<String, ?> here = Map.of("school", school);
        assertThat(play.strings("""
                        select transaction_id::text from ledger_entry group by transaction_id
                        having sum(case direction when 'DEBIT' then amount_fen else -amount_fen end) <> 0
                        """, Map.of())).as(as).isEmpty();
        assertThat(play.strings("""
                        select b.id || ' ' || b.state from payment_batch b join lateral (
                          select coalesce(sum(amount_fen) filter (where state in ('FROZEN', 'SENT')), 0) as payable,
                                 coalesce(sum(amount_fen) filter (where state = 'SETTLED'), 0) as paid,
                                 coalesce(sum(amount_fen) filter (where state = 'RETURNED'), 0) as returned,
                                 coalesce(sum(amount_fen) filter (where state = 'REISSUED'), 0) as reissued,
                                 coalesce(sum(amount_fen) filter (where state = 'WRITTEN_BACK'), 0) as written_back,
                                 coalesce(sum(amount_fen) filter (where state = 'VOID'), 0) as void
                          from payment_line l where l.batch_id = b.id and l.sequence is not null) l on true
                        join lateral (
                          select coalesce(sum(payable_fen), 0) as payable, coalesce(sum(paid_fen), 0) as paid,
                                 coalesce(sum(returned_fen), 0) as returned, coalesce(sum(reissued_fen), 0) as reissued,
                                 coalesce(sum(written_back_fen), 0) as written_back, coalesce(sum(released_fen), 0) as void
                          from batch_funds f where f.batch_id = b.id) f on true
                        where b.school_code = :school and b.frozen_at is not null
                          and ((l.payable, l.paid, l.returned, l.reissued, l.written_back, l.void)
                               is distinct from (f.payable, f.paid, f.returned, f.reissued, f.written_back, f.void)
                            or b.frozen_fen <> l.payable + l.paid + l.returned + l.reissued + l.written_back + l.void)
                        """, here)).as(as).isEmpty();
        assertThat(play.strings("""
                        select award_id::text from payment_line where school_code = :school and state = 'SETTLED'
                        group by award_id, instalment having count(*) > 1
                        """, here)).as(as).isEmpty();
        assertThat(play.strings("""
                        select a.id::text from award a join award_paid p on p.award_id = a.id
                        where a.school_code = :school and p.under_way_fen + p.settled_fen > a.amount_fen
                        """, here)).as(as).isEmpty();
        assertThat(play.strings("""
                        select b.id::text from payment_batch b where b.school_code = :school and b.state = 'CLOSED'
                          and b.frozen_fen <> (select sum(amount_fen) from payment_line_end e
                                               where e.batch_id = b.id and e.state in ('SETTLED', 'WRITTEN_BACK'))
                        """, here)).as(as).isEmpty();
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

    private String on(String name, java.util.function.Function<UUID, Object> act) {
        return batches.isEmpty() ? "none" : then(name, () -> act.apply(pick(batches)));
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}

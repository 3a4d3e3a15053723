package cn.gov.zhuozhou.aid.disbursement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.ledger.Posting.Kind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Money on the books: what is not there cannot be reserved, however many ask for it at once. */
@DisbursementTest
class LedgerTest {
    private static final LocalDate DAY = LocalDate.of(2019, 4, 10);

    @Inject
    Ledger ledger;

    private final Account fund = Account.available("CENTRE-" + UUID.randomUUID(), "HS-01");

    @Test
    void whatASourceGaveIsAvailableUntilItIsReserved() {
        appropriate(100_000);

        freeze(60_000);

        assertThat(available()).isEqualTo(40_000);
    }

    @Test
    void moreThanThereIsCannotBeReserved() {
        appropriate(100_000);

        assertThatThrownBy(() -> freeze(100_001)).hasStackTraceContaining("no_more_than_there_is");

        assertThat(available()).isEqualTo(100_000);
    }

    @Test
    void ofTwoWhoReserveTheLastMoneyAtOnceOneGetsIt() throws Exception {
        appropriate(100_000);

        List<Boolean> reserved = atOnce(() -> freezeOrNot(60_000), () -> freezeOrNot(60_000));

        assertThat(reserved).containsExactlyInAnyOrder(true, false);
        assertThat(available()).isEqualTo(40_000);
    }

    @Test
    void aReversalTakesBackWhatItReverses() {
        appropriate(100_000);
        UUID frozen = freeze(60_000);

        QuarkusTransaction.requiringNew().run(() -> ledger.reverse(frozen, Actor.system("test")));

        assertThat(available()).isEqualTo(100_000);
    }

    private void appropriate(long fen) {
        post(Kind.APPROPRIATION, Account.BANK, fund, fen);
    }

    private UUID freeze(long fen) {
        return post(Kind.FREEZE, fund, Account.payable("CENTRE", "HS-01"), fen);
    }

    private boolean freezeOrNot(long fen) {
        try {
            freeze(fen);
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    private UUID post(Kind kind, Account debit, Account credit, long fen) {
        Posting posting = Posting.of(kind, UUID.randomUUID(), "2019-spring", DAY)
                .move(debit, credit, fen)
                .done();
        return QuarkusTransaction.requiringNew().call(() -> ledger.post(posting, Actor.system("test")));
    }

    private long available() {
        return QuarkusTransaction.requiringNew().call(() -> ledger.creditOf(fund));
    }

    private static List<Boolean> atOnce(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> answers = threads.invokeAll(List.of(one, other));
            return List.of(answers.get(0).get(), answers.get(1).get());
        }
    }
}

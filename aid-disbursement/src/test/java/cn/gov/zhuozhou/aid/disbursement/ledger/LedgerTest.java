package cn.gov.zhuozhou.aid.disbursement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.AtOnce;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.ledger.Posting.Kind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Money on the books: what is not there cannot be reserved, however many ask for it at once. */
@DisbursementTest
class LedgerTest {
    private static final LocalDate DAY = LocalDate.of(2019, 4, 10);

    @Inject
    Ledger ledger;

    @Inject
    Database database;

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

        List<Boolean> reserved = AtOnce.of(() -> freezeOrNot(60_000), () -> freezeOrNot(60_000));

        assertThat(reserved).containsExactlyInAnyOrder(true, false);
        assertThat(available()).isEqualTo(40_000);
    }

    @Test
    void aReversalTakesBackWhatItReverses() {
        appropriate(100_000);
        UUID frozen = freeze(60_000);

        reverse(frozen);

        assertThat(available()).isEqualTo(100_000);
    }

    @RepeatedTest(3)
    void randomPostingsAndReversalsKeepEveryTransactionAndTheWholeBookBalanced() {
        // Given
        long seed = Long.getLong("aid.seed", new Random().nextLong(1_000_000_000_000L));
        var random = new Random(seed);
        Account payable = Account.payable(fund.source(), "HS-01");
        Account returned = Account.returned(fund.source(), "HS-01");
        List<UUID> posted = new ArrayList<>();
        long refused = 0;

        // When
        for (int step = 0; step < 60; step++) {
            long fen = 1 + random.nextLong(1_000_000);
            try {
                switch (random.nextInt(7)) {
                    case 0, 1 -> posted.add(post(Kind.APPROPRIATION, Account.BANK, fund, fen));
                    case 2 -> posted.add(post(Kind.FREEZE, fund, payable, fen));
                    case 3 -> posted.add(post(Kind.SETTLEMENT, payable, Account.BANK, fen));
                    case 4 -> posted.add(post(Kind.RETURN, payable, returned, fen));
                    case 5 -> posted.add(post(Kind.WRITE_BACK, returned, fund, fen));
                    default ->
                        reverse(posted.isEmpty() ? UUID.randomUUID() : posted.get(random.nextInt(posted.size())));
                }
            } catch (RuntimeException beyondWhatThereIs) {
                refused++;
            }
        }

        // Then
        assertThat(posted).as("seed %d, refused %d", seed, refused).isNotEmpty();
        assertThat(of("""
                select count(*) from (select transaction_id from ledger_entry group by transaction_id
                  having sum(case direction when 'DEBIT' then amount_fen else -amount_fen end) <> 0) t""")).as("transactions out of balance, seed %d", seed).isZero();
        assertThat(of("select coalesce(sum(debit_fen - credit_fen), 0) from ledger_balance"))
                .as("the whole book, seed %d", seed)
                .isZero();
        assertThat(of("""
                select count(*) from ledger_balance b join (
                  select account, sum(case direction when 'CREDIT' then amount_fen else -amount_fen end) as fen
                  from ledger_entry group by account) e on e.account = b.account
                where e.fen <> b.credit_fen - b.debit_fen
                  or b.side in ('AVAILABLE', 'PAYABLE', 'RETURNED') and e.fen < 0"""))
                .as("accounts carried wrongly or below zero, seed %d", seed)
                .isZero();
    }

    private void reverse(UUID transaction) {
        QuarkusTransaction.requiringNew().run(() -> ledger.reverse(transaction, Actor.system("test")));
    }

    private long of(String sql) {
        return database.number(sql, Map.of());
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
}

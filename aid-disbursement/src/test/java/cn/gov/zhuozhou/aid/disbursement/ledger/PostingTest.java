package cn.gov.zhuozhou.aid.disbursement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.disbursement.ledger.Posting.Direction;
import cn.gov.zhuozhou.aid.disbursement.ledger.Posting.Kind;
import cn.gov.zhuozhou.aid.disbursement.ledger.Posting.Leg;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostingTest {
    private static final LocalDate DAY = LocalDate.of(2019, 4, 10);

    @Test
    void whatIsMovedIsDebitedAndCredited() {
        Posting freeze = Posting.of(Kind.FREEZE, UUID.randomUUID(), "2019-spring", DAY)
                .move(Account.available("CENTRE", "HS-01"), Account.payable("CENTRE", "HS-01"), 60_000)
                .move(Account.available("COUNTY", "HS-01"), Account.payable("COUNTY", "HS-01"), 0)
                .done();

        assertThat(freeze.legs())
                .containsExactly(
                        new Leg(Account.available("CENTRE", "HS-01"), Direction.DEBIT, 60_000),
                        new Leg(Account.payable("CENTRE", "HS-01"), Direction.CREDIT, 60_000));
    }

    @Test
    void whatDoesNotBalanceIsNoPosting() {
        assertThatThrownBy(() -> new Posting(
                        Kind.FREEZE,
                        UUID.randomUUID(),
                        null,
                        DAY,
                        List.of(
                                new Leg(Account.payable("CENTRE", "HS-01"), Direction.DEBIT, 2),
                                new Leg(Account.BANK, Direction.CREDIT, 1))))
                .hasMessageContaining("balances");
    }

    @Test
    void accountsAreNamedByProgrammeSideAndSource() {
        assertThat(Account.available("CENTRE", "HS-01").code()).isEqualTo("HS-01/AVAILABLE/CENTRE");
        assertThat(Account.committed("HS-01").code()).isEqualTo("HS-01/COMMITTED");
        assertThat(Account.BANK.code()).isEqualTo("BANK");
    }

    @Test
    void aKindMovesMoneyInItsOwnWayOnly() {
        assertThatThrownBy(() -> Posting.of(Kind.SETTLEMENT, UUID.randomUUID(), null, DAY)
                        .move(Account.available("CENTRE", "HS-01"), Account.BANK, 1)
                        .done())
                .hasMessageContaining("SETTLEMENT does not move money like this");
    }
}

package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.award.ApprovedPupils.Approved;
import cn.gov.zhuozhou.aid.disbursement.bank.BankResult.Outcome;
import cn.gov.zhuozhou.aid.disbursement.ledger.Account;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState;
import cn.gov.zhuozhou.aid.disbursement.recovery.RecoveryPlay;
import cn.gov.zhuozhou.aid.disbursement.recovery.RecoveryPlay.Item;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was paid too much and is given back stands in the books, and the three-way proof knows it. */
@DisbursementTest
class OffsetBooksTest {
    private static final String AUTUMN = "2019-autumn";

    @Inject
    BatchPlay play;

    @Inject
    RecoveryPlay recoveries;

    private Approved pupil;
    private UUID paid;

    @BeforeEach
    void overpaid() {
        play.fund(1_000_000);
        pupil = play.payable();
        paid = settled(BatchPlay.SEMESTER, BatchPlay.FEN);
        play.pupils.removed(pupil.student());
    }

    @Test
    @DisplayName("what a family repays is at the bank again and available to the sources it came from")
    void repaid() {
        // Given
        long atTheBank = -play.ledger.creditOf(Account.BANK);
        long available = available();

        // When
        BatchPlay.in(() -> recoveries.repaid(item(), 20_001, BatchPlay.MAKER));

        // Then
        assertThat(-play.ledger.creditOf(Account.BANK)).isEqualTo(atTheBank + 20_001);
        assertThat(available()).isEqualTo(available + 20_001);
        assertThat(posted(pupil.award(), "REPAYMENT")).isEqualTo(20_001);
        assertThat(reconciled(paid)).isEqualTo(BatchState.RECONCILED);
    }

    @Test
    @DisplayName(
            "A01: an overpayment set against the next payment moves in the books, and awards = lines = bank = books with it")
    void offset() {
        // Given
        BatchPlay.in(() -> {
            recoveries.offsetsAllowed(true);
            return null;
        });
        UUID autumn = play.pupils.in(pupil.student(), AUTUMN);
        long atTheBank = -play.ledger.creditOf(Account.BANK);

        // When
        BatchPlay.in(() -> recoveries.offset(item(), autumn, 20_000, BatchPlay.CHECKER));
        long moved = -play.ledger.creditOf(Account.BANK) - atTheBank;
        UUID rest = settled(AUTUMN, 30_000);

        // Then
        assertThat(moved).isZero();
        assertThat(posted(autumn, "OFFSET")).isEqualTo(20_000);
        assertThat(reconciled(paid)).isEqualTo(BatchState.RECONCILED);
        assertThat(reconciled(rest)).isEqualTo(BatchState.RECONCILED);
        assertThat(play.strings("""
                        select concat_ws(' ', figures ->> 'awardsFen', figures ->> 'linesFen', figures ->> 'settledLedgerFen',
                          figures ->> 'offsetItemsFen', figures ->> 'offsetLedgerFen')
                        from reconciliation where batch_id = :batch
                        """, Map.of("batch", rest))).isEqualTo(List.of("30000 30000 30000 20000 20000"));
    }

    @Test
    @DisplayName("an offset beyond what the sources of the other award have is refused, and nothing of it stays")
    void offsetBeyondFunds() {
        // Given
        BatchPlay.in(() -> {
            recoveries.offsetsAllowed(true);
            return null;
        });
        UUID autumn = play.pupils.in(pupil.student(), AUTUMN);

        // Then
        assertThatThrownBy(() -> BatchPlay.in(() -> {
                    play.spendAll();
                    return recoveries.offset(item(), autumn, 20_000, BatchPlay.CHECKER);
                }))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("funds-missing");
        assertThat(posted(autumn, "OFFSET")).isZero();
        assertThat(item().openFen()).isEqualTo(BatchPlay.FEN);
    }

    @Test
    @DisplayName("an overpayment that was only frozen is not asked back any more once its batch is voided")
    void voided() {
        // Given
        Approved other = play.payableAt(pupil);
        UUID batch = play.draft(pupil.school()).id();
        play.frozen(play.find(batch));
        play.pupils.removed(other.student());
        int asked = recoveries.open(pupil.school()).size();

        // When
        BatchPlay.in(() -> play.acts.replace(batch, "*", "学生已取消资助", BatchPlay.CHECKER));

        // Then
        assertThat(asked).isEqualTo(2);
        assertThat(recoveries.open(pupil.school())).extracting(Item::student).containsExactly(pupil.student());
    }

    private UUID settled(String semester, long fen) {
        UUID batch = play.draft(Batch.Kind.REGULAR, pupil.school(), semester).id();
        play.frozen(play.find(batch));
        play.sent(batch);
        BatchLines.Line line = play.line(batch, pupil);
        assertThat(line.amountFen()).isEqualTo(fen);
        play.bank(line, Outcome.SETTLED);
        return batch;
    }

    private BatchState reconciled(UUID batch) {
        return BatchPlay.in(() -> play.acts.reconcile(batch, "*", BatchPlay.MAKER))
                .state();
    }

    private Item item() {
        return recoveries.open(pupil.school()).getFirst();
    }

    private long available() {
        return BatchPlay.SOURCES.stream()
                .mapToLong(source -> play.ledger.creditOf(Account.available(source, BatchPlay.PROGRAMME)))
                .sum();
    }

    private long posted(UUID award, String kind) {
        return play.database.number("""
                select coalesce(sum(e.amount_fen), 0) from ledger_transaction t
                join ledger_entry e on e.transaction_id = t.id and e.direction = 'DEBIT'
                where t.subject = :award and t.kind = :kind
                """, Map.of("award", award, "kind", kind));
    }
}

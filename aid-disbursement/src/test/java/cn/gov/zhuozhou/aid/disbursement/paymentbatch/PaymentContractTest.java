package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Contract;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.bank.BankResult.Outcome;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told of payments keeps to its contract and holds no number of a person. */
@DisbursementTest
class PaymentContractTest {
    private static final Contract SETTLED = Contract.own("PaymentSettled");
    private static final Contract RETURNED = Contract.own("PaymentReturned");

    @Inject
    BatchPlay play;

    @Test
    void everyEventKeepsToItsSchema() {
        // Given
        play.fund(1_000_000);
        var pupil = play.payable();
        Batch batch = play.frozen(play.draft(pupil.school()));
        play.sent(batch.id());
        var line = play.line(batch.id(), pupil);

        // When
        play.bank(line, Outcome.SETTLED);
        play.bank(line, Outcome.RETURNED);
        play.bank(line, Outcome.RETURNED);

        // Then
        List<String> told = play.strings(
                "select payload from outbox where topic = 'aid-disbursement.payment' and event_key = :student order by id",
                Map.of("student", pupil.student().toString()));
        assertThat(told).hasSize(2);
        assertThat(SETTLED.faults(told.getFirst())).isEmpty();
        assertThat(RETURNED.faults(told.getLast())).isEmpty();
        assertThat(told).noneMatch(event -> event.matches(".*[^0-9a-f-]\\d{16}.*"));
    }

    @Test
    void everyExampleKeepsToItsSchema() {
        assertThat(SETTLED.examples())
                .isNotEmpty()
                .allSatisfy(example -> assertThat(SETTLED.faults(example)).isEmpty());
        assertThat(RETURNED.examples())
                .isNotEmpty()
                .allSatisfy(example -> assertThat(RETURNED.faults(example)).isEmpty());
    }
}

package cn.gov.zhuozhou.aid.disbursement.feereceipt;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Fee;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundRuleTest {
    @ParameterizedTest
    @CsvSource({
        "0,     REFUND,       75000, 2019-03-01,",
        "0,     REFUND,       75001, 2019-03-01, MORE_THAN_TAKEN",
        "25000, REFUND,       50000, 2019-03-02,",
        "25000, REFUND,       50001, 2019-03-02, MORE_THAN_TAKEN",
        "75000, REFUND,       1,     2019-03-02, MORE_THAN_TAKEN",
        "0,     REFUND,       1,     2019-02-28, BEFORE_IT_WAS_TAKEN",
        "0,     CANCELLATION, 75000, 2019-03-01,",
        "0,     CANCELLATION, 74999, 2019-03-01, VOID_AS_A_WHOLE",
        "1,     CANCELLATION, 74999, 2019-03-01, VOID_AS_A_WHOLE"
    })
    void neverGivesBackMoreThanWasTakenNorBeforeItWas(
            long before, RefundKind kind, long fen, LocalDate on, FeeReceiptProblem problem) {
        var receipt = new FeeReceipt(
                UUID.randomUUID(),
                "S",
                UUID.randomUUID(),
                Semester.parse("2019-spring"),
                Fee.TUITION,
                "NO-1",
                75_000,
                before,
                LocalDate.of(2019, 3, 1),
                "某人",
                Instant.EPOCH);

        assertThat(Refund.against(receipt, kind, fen, on).orElse(null)).isEqualTo(problem);
    }
}

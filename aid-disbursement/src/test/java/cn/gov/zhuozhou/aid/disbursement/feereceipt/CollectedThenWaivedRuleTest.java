package cn.gov.zhuozhou.aid.disbursement.feereceipt;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Fee;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A09: what is collected though it is waived")
class CollectedThenWaivedRuleTest {
    private static final Set<Fee> THREE = Set.of(Fee.TUITION, Fee.BOARDING_FEE, Fee.TEXTBOOKS);

    @ParameterizedTest
    @CsvSource({
        "TUITION,      0,     PROPOSED,  true",
        "TUITION,      0,     APPROVED,  true",
        "TUITION,      0,     SUSPENDED, true",
        "TUITION,      0,     STOPPED,   false",
        "TUITION,      74999, APPROVED,  true",
        "TUITION,      75000, APPROVED,  false",
        "BOARDING_FEE, 0,     APPROVED,  true",
        "TEXTBOOKS,    0,     APPROVED,  true",
        "MISC_FEE,     0,     APPROVED,  false"
    })
    void isAFaultWhileMoneyIsLeftAndAWaiverOfThatFeeStands(Fee fee, long refunded, String state, boolean fault) {
        var found = CollectedThenWaived.of(receipt(fee, refunded), List.of(award("HS-02", "“三免”", state, THREE)));

        assertThat(found.isPresent()).isEqualTo(fault);
    }

    @Test
    void moneyPaidToThePupilWaivesNothing() {
        assertThat(CollectedThenWaived.of(
                        receipt(Fee.TUITION, 0), List.of(award("HS-01", "国家助学金", "APPROVED", Set.of()))))
                .isEmpty();
    }

    @Test
    void saysWhatWasCollectedAndWhatOfItIsLeftAndNamesOnlyTheAwardsThatWaiveIt() {
        Waiver waiver = award("HS-02", "普通高中“三免”", "APPROVED", THREE);
        Waiver grant = award("HS-01", "国家助学金", "APPROVED", Set.of());

        CollectedThenWaived found = CollectedThenWaived.of(receipt(Fee.TUITION, 25_001), List.of(grant, waiver))
                .orElseThrow();

        assertThat(found.waivedBy()).containsExactly(waiver);
        assertThat(found.reason())
                .isEqualTo(new Reason(
                        "A09",
                        "2019-spring学期该生享受“普通高中“三免””，学费应免；收据 NO-1 已收 750.00 元，未退 499.99 元，应退还学生",
                        "In 2019-spring HS-02 waives the pupil's tuition; receipt NO-1 took 750.00 yuan, 499.99 of them not given back",
                        "某文件"));
    }

    private static FeeReceipt receipt(Fee fee, long refunded) {
        return new FeeReceipt(
                UUID.randomUUID(),
                "S",
                UUID.randomUUID(),
                Semester.parse("2019-spring"),
                fee,
                "NO-1",
                75_000,
                refunded,
                LocalDate.of(2019, 3, 1),
                "某人",
                Instant.EPOCH);
    }

    private static Waiver award(String programme, String name, String state, Set<Fee> waives) {
        return new Waiver(UUID.randomUUID(), programme, name, "S", null, state, waives, "某文件");
    }
}

package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import static cn.gov.zhuozhou.aid.inspection.datacheck.rule.Known.AUTUMN;
import static cn.gov.zhuozhou.aid.inspection.datacheck.rule.Known.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord.Payment;
import cn.gov.zhuozhou.aid.inspection.finding.Reason;
import cn.gov.zhuozhou.aid.inspection.mirror.AwardState;
import cn.gov.zhuozhou.aid.inspection.mirror.PaymentState;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A08, S138: short and late payments")
class LatePaymentCheckTest {
    private static final LocalDate APRIL_12 = LocalDate.of(2019, 4, 12);
    private static final LocalDate APRIL_26 = LocalDate.of(2019, 4, 26);

    private final LatePaymentCheck check =
            new LatePaymentCheck(new PaymentLimit(MonthDay.of(4, 30), MonthDay.of(11, 30), 30, 5), "basis");

    @ParameterizedTest
    @CsvSource({
        // due on 30 April, five days of grace; what arrived of 500 yuan
        "2019-05-05, 0,     ''",
        "2019-05-06, 0,     A08.LATE.CMP-03.2019-spring",
        "2019-05-06, 49999, A08.SHORT.CMP-03.2019-spring",
        "2019-05-06, 50000, ''",
        "2019-05-06, 70000, ''",
    })
    void whatWasGrantedHasToArriveInFullBySoManyDaysAfterItIsDue(LocalDate today, long arrived, String expected) {
        // Given
        Known known = new Known().cash(SPRING, "CMP-03", AwardState.APPROVED, 50_000L);
        if (arrived > 0) {
            known.payment(settled(SPRING, "CMP-03", arrived));
        }

        // When
        List<String> found = found(known, today);

        // Then
        assertThat(found).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        // decided on, today: 30 days from the decision, where that is later than 30 April, and five of grace
        "2019-03-31, 2019-05-05, 0",
        "2019-03-31, 2019-05-06, 1",
        "2019-08-20, 2019-09-24, 0",
        "2019-08-20, 2019-09-25, 1",
    })
    void anAwardDecidedLateHasSomeDaysFromItsDecision(LocalDate decidedOn, LocalDate today, int lines) {
        // Given
        Known known = new Known().cash(SPRING, "HE-04", AwardState.APPROVED, 50_000L, decidedOn);

        // When
        List<String> found = found(known, today);

        // Then
        assertThat(found).hasSize(lines);
    }

    @ParameterizedTest
    @EnumSource(
            value = AwardState.class,
            names = {"PROPOSED", "SUSPENDED", "STOPPED"})
    void onlyWhatIsApprovedIsOwed(AwardState state) {
        // Given
        Known known = new Known().cash(AUTUMN, "CMP-03", state, 50_000L);

        // When
        List<String> found = found(known, LocalDate.of(2019, 5, 6));

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void waiversAndWhatOthersPayAreNoneOfItsBusiness() {
        // Given
        Known known = new Known().award(AUTUMN, "HS-02", AwardState.APPROVED);

        // When
        List<String> found = found(known, LocalDate.of(2019, 5, 6));

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void anAwardThatFollowedAnotherIsPaidTogetherWithIt() {
        // Given: 500 were paid before the level fell to 300
        Known known = new Known()
                .cash(SPRING, "CMP-03", AwardState.STOPPED, 50_000L)
                .cash(SPRING, "CMP-03", AwardState.APPROVED, 30_000L)
                .payment(settled(SPRING, "CMP-03", 50_000));

        // When
        List<String> found = found(known, LocalDate.of(2019, 5, 6));

        // Then
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // of 500 yuan: paid, kept back
        "30000, 20000, ''",
        "0,     50000, ''",
        "30000, 19999, A08.SHORT.CMP-03.2019-spring",
        "0,     20000, A08.SHORT.CMP-03.2019-spring",
    })
    @DisplayName("A08: what is kept back because the pupil owes is not short, the rest is")
    void whatIsSetOffCountsAsArrived(long arrived, long setOff, String expected) {
        // Given
        Known known = new Known().setOff(SPRING, "CMP-03", AwardState.APPROVED, 50_000, setOff);
        if (arrived > 0) {
            known.payment(settled(SPRING, "CMP-03", arrived));
        }

        // When
        List<String> found = found(known, LocalDate.of(2019, 5, 6));

        // Then
        assertThat(found).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void whatWasSetOffBeforeAnAwardEndedCountsForTheOneThatFollowedItAndForNoOtherAccount() {
        // Given
        Known known = new Known()
                .setOff(SPRING, "CMP-03", AwardState.STOPPED, 50_000, 20_000)
                .cash(SPRING, "CMP-03", AwardState.APPROVED, 50_000L)
                .payment(settled(SPRING, "CMP-03", 30_000))
                .cash(AUTUMN, "CMP-03", AwardState.APPROVED, 50_000L)
                .payment(settled(AUTUMN, "CMP-03", 30_000));

        // When
        List<String> found = found(known, LocalDate.of(2019, 5, 6));

        // Then
        assertThat(found).containsExactly("A08.SHORT.CMP-03.2018-autumn");
    }

    @ParameterizedTest
    @CsvSource({
        // given back of 500 yuan that were paid before the award ended; what was paid since
        "50000, 0,     A08.LATE.CMP-03.2019-spring",
        "50000, 49999, A08.SHORT.CMP-03.2019-spring",
        "50000, 50000, ''",
        "0,     0,     ''",
    })
    @DisplayName("A08: what was given back is owed again where it is granted again")
    void whatWasGivenBackDoesNotCountAsArrived(long back, long since, String expected) {
        // Given
        Known known = new Known()
                .givenBack(SPRING, "CMP-03", AwardState.STOPPED, 50_000, back)
                .cash(SPRING, "CMP-03", AwardState.APPROVED, 50_000L)
                .payment(settled(SPRING, "CMP-03", 50_000));
        if (since > 0) {
            known.payment(settled(SPRING, "CMP-03", since));
        }

        // When
        List<String> found = found(known, LocalDate.of(2019, 5, 6));

        // Then
        assertThat(found).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void theReasonSaysWhatWasGivenBack() {
        // Given
        Known known = new Known()
                .givenBack(AUTUMN, "CMP-03", AwardState.APPROVED, 50_000, 20_000)
                .payment(settled(AUTUMN, "CMP-03", 50_000));

        // When
        Verdict verdict = check.examine(known.pupil(), new Moment(LocalDate.of(2019, 5, 6), SPRING, 30));

        // Then
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Hit.class,
                        hit -> assertThat(hit.reasons().getFirst().text())
                                .endsWith("应发 500.00 元，已到账 500.00 元，已退回 200.00 元"));
    }

    @Test
    void theReasonSaysWhatWasKeptBack() {
        // Given
        Known known = new Known()
                .setOff(AUTUMN, "CMP-03", AwardState.APPROVED, 50_000, 20_000)
                .payment(settled(AUTUMN, "CMP-03", 10_000));

        // When
        Verdict verdict = check.examine(known.pupil(), new Moment(LocalDate.of(2019, 5, 6), SPRING, 30));

        // Then
        assertThat(verdict)
                .isEqualTo(Verdict.hit(List.of(new Reason(
                        "A08.SHORT.CMP-03.2018-autumn",
                        "CMP-03（2018-autumn）应于 2018-11-30 前足额到账，应发 500.00 元，已到账 100.00 元，抵扣应退资金 200.00 元",
                        "CMP-03 (2018-autumn) due in full by 2018-11-30: 500.00 yuan granted, 100.00 yuan arrived,"
                                + " 200.00 yuan kept back for what is owed",
                        "basis"))));
    }

    @Test
    void moneyOfAnotherSemesterOrProgrammePaysNothing() {
        // Given
        Known known = new Known()
                .cash(AUTUMN, "CMP-03", AwardState.APPROVED, 50_000L)
                .cash(SPRING, "HS-01", AwardState.APPROVED, 100_000L)
                .payment(settled(SPRING, "CMP-03", 50_000))
                .payment(settled(AUTUMN, "HS-01", 100_000));

        // When
        List<String> found = found(known, LocalDate.of(2019, 5, 6));

        // Then
        assertThat(found).containsExactly("A08.LATE.CMP-03.2018-autumn", "A08.LATE.HS-01.2019-spring");
    }

    @ParameterizedTest
    @CsvSource({"2019-05-01, 0", "2019-05-02, 1"})
    void whatCameBackHasToBePaidAgainInItsOwnTime(LocalDate today, int lines) {
        // Given: the semester's own day is far away
        var june = new LatePaymentCheck(new PaymentLimit(MonthDay.of(6, 30), MonthDay.of(11, 30), 30, 5), "basis");
        Known known = new Known()
                .cash(SPRING, "CMP-03", AwardState.APPROVED, 50_000L)
                .payment(returned(UUID.randomUUID(), null, APRIL_26));

        // When
        Verdict verdict = june.examine(known.pupil(), new Moment(today, SPRING, 30));

        // Then
        assertThat(codes(verdict)).hasSize(lines).allMatch("A08.NOT_REISSUED.CMP-03.2019-spring"::equals);
    }

    @Test
    void aPaymentThatCameBackTwiceHasTheTimeOfTheSecondReturn() {
        // Given
        var june = new LatePaymentCheck(new PaymentLimit(MonthDay.of(6, 30), MonthDay.of(11, 30), 30, 5), "basis");
        UUID first = UUID.randomUUID();
        Known known = new Known()
                .cash(SPRING, "CMP-03", AwardState.APPROVED, 50_000L)
                .payment(returned(first, null, APRIL_26))
                .payment(returned(UUID.randomUUID(), first, APRIL_26.plusDays(14)));

        // When
        Verdict verdict = june.examine(known.pupil(), new Moment(APRIL_26.plusDays(10), SPRING, 30));

        // Then
        assertThat(codes(verdict)).isEmpty();
    }

    @Test
    void theReasonSaysWhatWasDueWhenAndWhatArrived() {
        // Given
        Known known = new Known()
                .cash(AUTUMN, "CMP-03", AwardState.APPROVED, 50_000L)
                .payment(settled(AUTUMN, "CMP-03", 20_005));

        // When
        Verdict verdict = check.examine(known.pupil(), new Moment(LocalDate.of(2019, 5, 6), SPRING, 30));

        // Then
        assertThat(verdict)
                .isEqualTo(Verdict.hit(List.of(new Reason(
                        "A08.SHORT.CMP-03.2018-autumn",
                        "CMP-03（2018-autumn）应于 2018-11-30 前足额到账，应发 500.00 元，已到账 200.05 元",
                        "CMP-03 (2018-autumn) due in full by 2018-11-30: 500.00 yuan granted, 200.05 yuan arrived",
                        "basis"))));
    }

    private List<String> found(Known known, LocalDate today) {
        return codes(check.examine(known.pupil(), new Moment(today, SPRING, 30)));
    }

    private static List<String> codes(Verdict verdict) {
        return verdict instanceof Verdict.Hit hit
                ? hit.reasons().stream().map(Reason::code).toList()
                : List.of();
    }

    private static Payment settled(Semester semester, String programme, long fen) {
        return new Payment(UUID.randomUUID(), null, semester, programme, fen, PaymentState.SETTLED, APRIL_12, null);
    }

    private static Payment returned(UUID line, UUID reissueOf, LocalDate reissueDue) {
        return new Payment(line, reissueOf, SPRING, "CMP-03", 50_000, PaymentState.RETURNED, APRIL_12, reissueDue);
    }
}

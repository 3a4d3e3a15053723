package cn.gov.zhuozhou.aid.disbursement.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.testing.AtOnce;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import cn.gov.zhuozhou.aid.disbursement.ledger.Account;
import cn.gov.zhuozhou.aid.disbursement.ledger.Ledger;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Money of batches, from its sources to the bank and back: none beyond what there is, none lost, none made. */
@DisbursementTest
class FundsTest {
    private static final String PROGRAMME = "HS-01";
    private static final String SEMESTER = "2019-spring";
    private static final LocalDate DAY = LocalDate.of(2019, 3, 4);
    private static final Actor BY = Actor.system("test");

    @Inject
    Funds funds;

    @Inject
    Ledger ledger;

    @Inject
    Database database;

    private final UUID batch = UUID.randomUUID();
    private String centre;
    private String county;

    @BeforeEach
    void twoSourcesGave() {
        centre = Money.source("CENTRE");
        county = Money.source("COUNTY");
        Money.income(centre, PROGRAMME, 60_000, DAY);
        Money.income(county, PROGRAMME, 40_000, DAY);
    }

    @Test
    void whatABatchIsReservedIsNotAvailableAnyMore() {
        reserve(batch, 6_000, 4_000);

        assertThat(available(centre)).isEqualTo(54_000);
        assertThat(available(county)).isEqualTo(36_000);
        assertThat(standing(batch)).isEqualTo(Map.of(centre, "PAYABLE=6000", county, "PAYABLE=4000"));
    }

    @Test
    void noBatchBeyondItsFundsAndWhatIsMissingIsToldBySource() {
        var refused = catchThrowableOfType(ProblemException.class, () -> reserve(batch, 60_001, 45_000));

        assertThat(refused.kind()).isEqualTo(FundingProblem.FUNDS_MISSING);
        assertThat(refused.errors())
                .extracting(error -> error.field() + " " + error.expected().zh())
                .containsExactlyInAnyOrder(
                        centre + " 需 600.01 元，可用 600.00 元，缺 0.01 元", county + " 需 450.00 元，可用 400.00 元，缺 50.00 元");
        assertThat(available(centre)).isEqualTo(60_000);
    }

    @Test
    @DisplayName(
            "a share of policy is taken from all sources of its kind, the one named after it first, and never beyond them")
    void sourcesOfOneKindGiveInTurn() {
        String programme = "OUT-01";
        Money.income("COUNTY", programme, 300, DAY);
        Money.income(county, programme, 200, DAY);

        run(() -> funds.reserve(batch, programme, Semester.parse(SEMESTER), 450, BY));

        assertThat(standing(batch)).isEqualTo(Map.of("COUNTY", "PAYABLE=300", county, "PAYABLE=150"));
        var refused = catchThrowableOfType(
                ProblemException.class,
                () -> run(() -> funds.reserve(UUID.randomUUID(), programme, Semester.parse(SEMESTER), 51, BY)));
        assertThat(refused.kind()).isEqualTo(FundingProblem.FUNDS_MISSING);
        assertThat(refused.errors())
                .extracting(error -> error.field() + " " + error.expected().zh())
                .containsExactly("COUNTY 需 0.01 元，可用 0.00 元，缺 0.01 元");
    }

    @Test
    void ofTwoBatchesThatRaceForTheLastMoneyOneIsTold() {
        List<Boolean> reserved = AtOnce.times(2, () -> reserved(UUID.randomUUID()));

        assertThat(reserved).containsExactlyInAnyOrder(true, false);
        assertThat(available(centre)).isEqualTo(20_000);
    }

    @Test
    void aBatchIsReservedOnce() {
        reserve(batch, 1, 1);

        var refused = catchThrowableOfType(ProblemException.class, () -> reserve(batch, 1, 1));

        assertThat(refused.kind()).isEqualTo(FundingProblem.RESERVED_ALREADY);
    }

    @Test
    void whatIsReleasedIsAvailableAgain() {
        reserve(batch, 6_000, 4_000);

        run(() -> funds.release(batch, BY));

        assertThat(available(centre)).isEqualTo(60_000);
        assertThat(standing(batch)).isEqualTo(Map.of(centre, "RELEASED=6000", county, "RELEASED=4000"));
    }

    @Test
    void aBatchOfWhichSomethingWasPaidIsNotReleased() {
        reserve(batch, 6_000, 4_000);
        run(() -> funds.settle(batch, 1, DAY, BY));

        var refused = catchThrowableOfType(ProblemException.class, () -> run(() -> funds.release(batch, BY)));

        assertThat(refused.kind()).isEqualTo(FundingProblem.MORE_THAN_STANDS_THERE);
    }

    @Test
    void onePostingForAnEventHoweverManyLines() {
        reserve(batch, 6_000, 4_000);
        run(() -> funds.settle(batch, 9_000, DAY, BY));
        run(() -> funds.returned(batch, 1_000, DAY, BY));
        run(() -> funds.writeBack(batch, 400, BY));

        assertThat(posted(batch)).containsExactly("FREEZE 4", "SETTLEMENT 4", "RETURN 4", "WRITE_BACK 4");
        assertThat(standing(batch))
                .isEqualTo(Map.of(
                        centre, "PAID=5400 RETURNED=360 WRITTEN_BACK=240",
                        county, "PAID=3600 RETURNED=240 WRITTEN_BACK=160"));
        assertThat(available(centre)).isEqualTo(54_240);
    }

    @Test
    void returnedMoneyGoesOnIntoTheBatchThatPaysItAgain() {
        UUID again = UUID.randomUUID();
        reserve(batch, 6_000, 4_000);
        run(() -> funds.returned(batch, 1_000, DAY, BY));

        run(() -> funds.reissue(batch, again, 1_000, BY));

        assertThat(standing(again)).isEqualTo(Map.of(centre, "PAYABLE=600", county, "PAYABLE=400"));
        run(() -> funds.release(again, BY));
        assertThat(standing(batch))
                .isEqualTo(Map.of(centre, "PAYABLE=5400 RETURNED=600", county, "PAYABLE=3600 RETURNED=400"));
    }

    @RepeatedTest(3)
    @DisplayName("whatever happens to batches, the books balance and tell the same as the batches' places")
    void randomLivesOfBatchesLoseNoFen() {
        // Given
        long seed = Long.getLong("aid.seed", new Random().nextLong(1_000_000_000_000L));
        var random = new Random(seed);
        List<UUID> batches = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

        // When
        int done = 0;
        for (int step = 0; step < 40; step++) {
            UUID one = batches.get(random.nextInt(batches.size()));
            UUID other = batches.get(random.nextInt(batches.size()));
            long fen = 1 + random.nextLong(3_000);
            done += tried(() -> randomStep(random.nextInt(7), one, other, fen)) ? 1 : 0;
        }

        // Then
        assertThat(done).as("steps done, seed %d", seed).isPositive();
        for (String source : List.of(centre, county)) {
            Map<String, Long> places = database.list(
                            """
                            select sum(payable_fen), sum(returned_fen), sum(paid_fen) from batch_funds where source = :source
                            """,
                            Map.of("source", source),
                            row -> Map.of(
                                    "payable", row.getLong(1), "returned", row.getLong(2), "paid", row.getLong(3)))
                    .getFirst();
            assertThat(credit(Account.payable(source, PROGRAMME)))
                    .as("payable, seed %d", seed)
                    .isEqualTo(places.get("payable"));
            assertThat(credit(Account.returned(source, PROGRAMME)))
                    .as("returned, seed %d", seed)
                    .isEqualTo(places.get("returned"));
            assertThat(available(source) + places.get("payable") + places.get("returned") + places.get("paid"))
                    .as("all of %s, seed %d", source, seed)
                    .isEqualTo(source.equals(centre) ? 60_000 : 40_000);
        }
        assertThat(database.number(
                        "select count(*) from (select transaction_id from ledger_entry group by transaction_id"
                                + " having sum(case direction when 'DEBIT' then amount_fen else -amount_fen end) <> 0) t",
                        Map.of()))
                .as("transactions out of balance, seed %d", seed)
                .isZero();
    }

    private void randomStep(int which, UUID one, UUID other, long fen) {
        switch (which) {
            case 0 -> funds.reserve(one, PROGRAMME, SEMESTER, Map.of(centre, fen * 2, county, fen), BY);
            case 1 -> funds.settle(one, fen, DAY, BY);
            case 2 -> funds.returned(one, fen, DAY, BY);
            case 3 -> funds.cameBack(one, fen, DAY, BY);
            case 4 -> funds.writeBack(one, fen, BY);
            case 5 -> funds.reissue(one, other, fen, BY);
            default -> funds.release(one, BY);
        }
    }

    private boolean tried(Runnable step) {
        try {
            run(step);
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    private boolean reserved(UUID one) {
        return tried(() -> funds.reserve(one, PROGRAMME, SEMESTER, Map.of(centre, 40_000L), BY));
    }

    private void reserve(UUID one, long ofCentre, long ofCounty) {
        run(() -> funds.reserve(one, PROGRAMME, SEMESTER, Map.of(centre, ofCentre, county, ofCounty), BY));
    }

    private long available(String source) {
        return credit(Account.available(source, PROGRAMME));
    }

    private long credit(Account account) {
        return QuarkusTransaction.requiringNew().call(() -> ledger.creditOf(account));
    }

    /** By source, "PLACE=fen ..." of what is not 0. */
    private Map<String, String> standing(UUID one) {
        List<Funds.BatchFunds> found = QuarkusTransaction.requiringNew().call(() -> funds.of(one));
        return found.stream()
                .collect(Collectors.toMap(
                        Funds.BatchFunds::source,
                        f -> f.standing().entrySet().stream()
                                .filter(place -> place.getValue() != 0)
                                .map(place -> place.getKey() + "=" + place.getValue())
                                .sorted()
                                .collect(Collectors.joining(" "))));
    }

    private List<String> posted(UUID one) {
        return database.list("""
                select t.kind || ' ' || count(*) from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
                where t.subject = :batch group by t.id, t.kind order by t.id
                """, Map.of("batch", one), row -> row.getString(1));
    }

    private static void run(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}

package cn.gov.zhuozhou.aid.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.chassis.testing.Contract;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisbursementTest
@DisplayName("A09: what is told of receipts whose fee is waived")
class FeeReceiptNewsTest {
    private static final Contract CONTRACT = Contract.own("FeeReceiptChanged");

    @Inject
    AwardsOf awards;

    @Inject
    AwardTurn turn;

    @Test
    void beginsWithTheWaiverAndGoesOnWithRefundsAndItsEnd() {
        // Given
        var pupil = awards.known(notPoorEnough());
        String receipt = Fees.collect(pupil, "2019-spring", "TUITION", 75_000);
        assertThat(told(pupil)).isEmpty();

        // When
        awards.receive(pupil.ruled("fourCategory", true).rulingMessage());
        Fees.giveBack(pupil, receipt, 25_001);
        awards.receive(pupil.ruled("REMOVED", "EFFECTIVE", false).rulingMessage());
        Fees.giveBack(pupil, receipt, 49_999);

        // Then
        List<String> told = told(pupil);
        assertThat(told)
                .extracting(event -> {
                    JsonPath json = JsonPath.from(event);
                    return json.getInt("revision") + " " + json.getLong("leftFen") + " "
                            + json.getList("waivedBy.programme");
                })
                .containsExactly("1 75000 [HS-02]", "2 49999 [HS-02]", "3 49999 []", "4 0 []");
        assertThat(told).allSatisfy(event -> {
            assertThat(CONTRACT.faults(event)).isEmpty();
            assertThat(JsonPath.from(event).getString("receiptId")).isEqualTo(receipt);
            assertThat(JsonPath.from(event).getString("schoolCode")).isEqualTo(pupil.school());
        });
        assertThat(told).noneMatch(event -> event.matches(".*[^0-9a-f-]\\d{16}.*"));
    }

    @Test
    void isNothingWhereNothingDiffers() {
        // Given
        var pupil = awards.known(notPoorEnough().ruled("fourCategory", true));
        Fees.collect(pupil, "2019-spring", "TUITION", 75_000);
        assertThat(told(pupil)).hasSize(1);

        // When
        awards.receive(pupil.ruled("level", "DIFFICULT").rulingMessage());

        // Then
        assertThat(awards.strings("select amount_fen::text from award where programme = 'HS-01' and student_id = '"
                        + pupil.id + "'"))
                .containsExactly("50000");
        assertThat(told(pupil)).hasSize(1);
    }

    @Test
    void beginsWhereItsPupilTurnsOutToBeOneWhoseFeesAreWaived() {
        // Given
        var counts = awards.known(notPoorEnough().ruled("fourCategory", true));
        var twice = notPoorEnough().is("schoolCode", counts.school()).is("schoolTown", counts.town());
        awards.receive(twice.pupilMessage());
        Fees.collect(twice, "2019-spring", "TUITION", 75_000);
        assertThat(told(twice)).isEmpty();

        // When
        awards.receive(
                twice.is("enrolmentState", "LEFT").is("mergedInto", counts.id).pupilMessage());

        // Then
        assertThat(told(twice)).hasSize(1);
        assertThat(JsonPath.from(told(twice).getFirst()).getList("waivedBy.programme"))
                .isEqualTo(List.of("HS-02"));
    }

    @Test
    void waitsForWhatIsBeingDecidedOfThePupil() {
        // Given
        var pupil = awards.known(notPoorEnough());

        // When
        CompletableFuture<String> recorded = QuarkusTransaction.requiringNew().call(() -> {
            turn.ofEventsOn(pupil.id);
            var asked = CompletableFuture.supplyAsync(() -> Fees.collect(pupil, "2019-spring", "TUITION", 75_000));
            await().atMost(Duration.ofSeconds(20)).until(() -> waitForTheTurnOf(pupil) > 0);
            return asked;
        });

        // Then
        assertThat(recorded).succeedsWithin(Duration.ofSeconds(20));
    }

    private long waitForTheTurnOf(RegistryPupil pupil) {
        return awards.strings("""
                select pid::text from pg_locks where locktype = 'advisory' and not granted
                  and ((classid::bigint << 32) | objid::bigint) = hashtextextended('award.pupil/%s', 0)
                """.formatted(pupil.id)).size();
    }

    @Test
    void everyExampleKeepsToTheSchema() {
        assertThat(CONTRACT.examples())
                .allSatisfy(example -> assertThat(CONTRACT.faults(example)).isEmpty());
    }

    private static RegistryPupil notPoorEnough() {
        return new RegistryPupil().is("stage", "SENIOR_HIGH").is("grade", 11).ruled("fourCategory", false);
    }

    private List<String> told(RegistryPupil pupil) {
        return awards.strings(
                "select payload from outbox where topic = 'aid-disbursement.fee-receipt' and event_key = '" + pupil.id
                        + "' order by id");
    }
}

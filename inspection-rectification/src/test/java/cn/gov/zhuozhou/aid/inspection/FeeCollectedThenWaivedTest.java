package cn.gov.zhuozhou.aid.inspection;

import static cn.gov.zhuozhou.aid.inspection.Ledger.awaitLines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** By the events of aid-disbursement as its contract shows them. */
@ComponentTest
@DisplayName("A09: a fee collected though it is waived")
class FeeCollectedThenWaivedTest {
    private static final Map<String, ?> WAIVED = Map.of();

    @Inject
    Neighbours neighbours;

    private final UUID receipt = UUID.randomUUID();

    @Test
    void isALineUntilAllOfItIsGivenBack() {
        // Given
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().collected(receipt, WAIVED);
        awaitLines(pupil, "A09 ASSIGNED");
        UUID line = Ledger.idOf(pupil);
        awaitReason(line, "750.00");
        pupil.collected(receipt, Map.of("leftFen", 24_999));
        awaitReason(line, "249.99");

        // When
        pupil.collected(receipt, Map.of("leftFen", 0));

        // Then
        awaitLines(pupil, "A09 CLOSED");
        assertThat(Ledger.show(line).getString("closedBy")).isEqualTo("SYSTEM");
    }

    @Test
    void isNoMoreOnceNothingWaivesItAndOnceMoreWhereSomethingDoes() {
        // Given
        Pupil pupil = new Pupil(neighbours).enrolledAsBoarder().collected(receipt, WAIVED);
        awaitLines(pupil, "A09 ASSIGNED");

        // When
        pupil.collected(receipt, Map.of("waivedBy", List.of()));

        // Then
        awaitLines(pupil, "A09 CLOSED");
        pupil.collected(receipt, WAIVED);
        awaitLines(pupil, "A09 REOPENED");
    }

    private static void awaitReason(UUID line, String fen) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Ledger.show(line).getString("reasons[0].text"))
                        .contains(fen + " 元"));
    }
}

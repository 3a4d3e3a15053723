package cn.gov.zhuozhou.aid.disbursement.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** No fen is lost or made when an amount is taken from several sources. A failure names its seed; {@code -Daid.seed=} plays it again. */
class PortionsTest {
    private static final long MOST = 1_000_000_000_000L;

    private final long seed = Long.getLong("aid.seed", new Random().nextLong(MOST));

    @Test
    void leftOverFenGoToTheLargestRemainder() {
        assertThat(Portions.of(Map.of("CENTRE", 600L, "CITY", 200L, "COUNTY", 200L), 501))
                .isEqualTo(Map.of("CENTRE", 301L, "CITY", 100L, "COUNTY", 100L));
    }

    @Test
    void atATieTheSourceThatComesFirstByCodeGivesTheFen() {
        assertThat(Portions.of(Map.of("CITY", 1L, "COUNTY", 1L), 1)).isEqualTo(Map.of("CITY", 1L));
    }

    @Test
    void moreThanThereIsCannotBeTaken() {
        assertThatThrownBy(() -> Portions.of(Map.of("CITY", 1L), 2)).hasMessageContaining("cannot take");
    }

    @RepeatedTest(200)
    void togetherTheyAreTheAmountAndNoneGivesMoreThanItHas() {
        // Given
        var random = new Random(seed);
        Map<String, Long> has = new TreeMap<>();
        for (int source = 0; source <= random.nextInt(7); source++) {
            has.put("S" + source, random.nextBoolean() ? random.nextLong(10) : random.nextLong(MOST));
        }
        long all = has.values().stream().mapToLong(Long::longValue).sum();
        long fen = random.nextLong(all + 1);

        // When
        Map<String, Long> portions = Portions.of(has, fen);

        // Then
        assertThat(portions.values().stream().mapToLong(Long::longValue).sum())
                .as("seed %d", seed)
                .isEqualTo(fen);
        portions.forEach((source, portion) -> {
            assertThat(portion).as("%s, seed %d", source, seed).isPositive().isLessThanOrEqualTo(has.get(source));
            double exact = (double) has.get(source) / all * fen;
            assertThat(portion.doubleValue()).as("%s, seed %d", source, seed).isBetween(exact - 1.001, exact + 1.001);
        });
    }
}

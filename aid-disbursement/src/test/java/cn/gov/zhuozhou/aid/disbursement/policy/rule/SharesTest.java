package cn.gov.zhuozhou.aid.disbursement.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class SharesTest {
    @Test
    void anAmountIsSplitByItsShares() {
        assertThat(shares(6000, 4000).split(100))
                .containsOnly(entry(FundSource.CENTRE, 60L), entry(FundSource.PROVINCE, 40L));
    }

    @Test
    void aLeftOverFenGoesToTheLargestRemainder() {
        assertThat(shares(3333, 6667).split(100))
                .containsOnly(entry(FundSource.CENTRE, 33L), entry(FundSource.PROVINCE, 67L));
    }

    @Test
    void atATieItGoesToTheSourceNamedFirst() {
        assertThat(shares(5000, 5000).split(31251))
                .containsOnly(entry(FundSource.CENTRE, 15626L), entry(FundSource.PROVINCE, 15625L));
    }

    @Test
    void noFenAppearsOrVanishesAndNoPartIsAWholeFenOff() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20190303);
        for (int round = 0; round < 2000; round++) {
            Map<FundSource, Integer> points = new HashMap<>();
            int left = Shares.WHOLE;
            for (FundSource source : FundSource.values()) {
                int part = source == FundSource.DONOR ? left : random.nextInt(left + 1);
                if (part > 0) {
                    points.put(source, part);
                }
                left -= part;
            }
            long fen = random.nextLong(10_000_000_000L);

            Map<FundSource, Long> parts = new Shares(points).split(fen);

            assertThat(parts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(fen);
            parts.forEach((source, part) -> assertThat(Math.abs(part * Shares.WHOLE - fen * points.get(source)))
                    .isLessThan(Shares.WHOLE));
        }
    }

    @Test
    void sharesThatAreNotWholeAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> shares(6000, 3000));
    }

    @Test
    void unknownSharesSplitNothing() {
        assertThat(Shares.UNKNOWN.split(100)).isEmpty();
    }

    private static Shares shares(int centre, int province) {
        return new Shares(Map.of(FundSource.CENTRE, centre, FundSource.PROVINCE, province));
    }
}

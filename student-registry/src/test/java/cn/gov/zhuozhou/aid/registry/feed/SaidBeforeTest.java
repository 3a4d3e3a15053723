package cn.gov.zhuozhou.aid.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SaidBeforeTest {
    private static final int ROWS = 10_000;
    private static final long SEED = 23;

    private final Random random = new Random(SEED);
    private final List<IdentityNumber> persons =
            Stream.generate(People::child).limit(ROWS).map(IdentityNumber::of).toList();
    private final List<UUID> hashes = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
            .limit(ROWS)
            .toList();

    @Test
    void whatTheRegisterSaysIsPassedOverAndWhatIsNewIsNot() {
        // Given
        SaidBefore said = half();

        // When
        long[] lines = IntStream.range(0, ROWS)
                .filter(line -> said.isSaidBy(line, bytes(hashes.get(line)), persons.get(line)))
                .asLongStream()
                .toArray();

        // Then
        assertThat(lines)
                .containsExactly(IntStream.range(0, ROWS / 2).asLongStream().toArray());
        assertThat(said.unsaid()).isEmpty();
    }

    @Test
    void linesStandByWhatTheRollKnowsOfTheirPersons() {
        // Given
        SaidBefore said = SaidBefore.of(Map.of("MATCHED", hashes(0, 2), "NO_PUPIL", hashes(2, 3)));

        // When
        IntStream.of(2, 1, 0).forEach(i -> said.isSaidBy(100 + i, bytes(hashes.get(i)), persons.get(i)));

        // Then
        assertThat(said.again())
                .extracting(SaidBefore.Again::match, again -> Arrays.toString(again.lines()))
                .containsExactlyInAnyOrder(tuple("MATCHED", "[100, 101]"), tuple("NO_PUPIL", "[102]"));
    }

    @Test
    void whatNoLineSaysIsLeft() {
        // Given
        SaidBefore said = half();

        // When
        IntStream.range(1, ROWS / 2).forEach(i -> said.isSaidBy(i, bytes(hashes.get(i)), persons.get(i)));

        // Then
        assertThat(said.unsaid()).containsExactly(hashes.getFirst());
    }

    @Test
    void aPersonNamedBeforeIsLookedAtWhole() {
        // Given
        SaidBefore said = half();
        said.isSaidBy(1, bytes(hashes.getLast()), persons.getFirst());

        // When
        boolean passedOver = said.isSaidBy(2, bytes(hashes.getFirst()), persons.getFirst());

        // Then
        assertThat(passedOver).isFalse();
        assertThat(said.unsaid()).contains(hashes.getFirst());
    }

    private SaidBefore half() {
        return SaidBefore.of(Map.of("MATCHED", hashes(0, ROWS / 2)));
    }

    private byte[] hashes(int from, int to) {
        var all = ByteBuffer.allocate(16 * (to - from));
        hashes.subList(from, to).forEach(hash -> all.put(bytes(hash)));
        return all.array();
    }

    private static byte[] bytes(UUID hash) {
        return ByteBuffer.allocate(16)
                .putLong(hash.getMostSignificantBits())
                .putLong(hash.getLeastSignificantBits())
                .array();
    }
}

package cn.gov.zhuozhou.aid.disbursement.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.disbursement.reconciliation.Difference.Kind;
import cn.gov.zhuozhou.aid.disbursement.reconciliation.Difference.Side;
import cn.gov.zhuozhou.aid.disbursement.reconciliation.Entry.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MergeJoinTest {
    @Test
    @DisplayName("sides that say the same have no difference")
    void same() {
        assertThat(compared(List.of(paid("a", 1), paid("b", 2)), List.of(paid("a", 1), paid("b", 2))))
                .isEmpty();
        assertThat(compared(List.of(), List.of())).isEmpty();
    }

    @Test
    @DisplayName("what stands on one side only, at either end or between, is named")
    void missing() {
        assertThat(compared(
                        List.of(paid("a", 1), paid("c", 1), paid("d", 1)),
                        List.of(paid("b", 1), paid("c", 1), paid("e", 1))))
                .containsExactly("MISSING_THERE a", "MISSING_HERE b", "MISSING_THERE d", "MISSING_HERE e");
    }

    @Test
    @DisplayName(
            "A01: amount, state and a second payment are each named, what a side does not say is not held against it")
    void differs() {
        var twice = new Entry("a", 2L, State.RETURNED, 2, null);
        assertThat(compared(List.of(paid("a", 1)), List.of(twice)))
                .containsExactly("PAID_TWICE a", "AMOUNT_DIFFERS a", "STATE_DIFFERS a");
        assertThat(compared(List.of(paid("a", 1)), List.of(new Entry("a", null, null, 1, null))))
                .isEmpty();
    }

    @Test
    @DisplayName("sides that are not sorted are refused, for everything would look missing")
    void unsorted() {
        assertThatThrownBy(() -> compared(List.of(paid("b", 1), paid("a", 1)), List.of()))
                .hasMessageContaining("not sorted");
        assertThatThrownBy(() -> compared(List.of(paid("a", 1), paid("a", 1)), List.of()))
                .hasMessageContaining("not sorted");
    }

    @Test
    @DisplayName("any two sides: the differences are those a comparison by hand finds")
    void anySides() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            Map<String, Entry> ours = side(random);
            Map<String, Entry> theirs = side(random);
            List<String> byHand = new ArrayList<>();
            Stream.concat(ours.keySet().stream(), theirs.keySet().stream())
                    .distinct()
                    .sorted()
                    .forEach(key -> {
                        Entry here = ours.get(key);
                        Entry there = theirs.get(key);
                        if (here == null || there == null) {
                            byHand.add((here == null ? "MISSING_HERE " : "MISSING_THERE ") + key);
                        } else if (!here.fen().equals(there.fen())) {
                            byHand.add("AMOUNT_DIFFERS " + key);
                        }
                    });
            assertThat(compared(ours.values(), theirs.values())).isEqualTo(byHand);
        }
    }

    @Test
    @DisplayName("100,000 entries a side are compared one by one as they come")
    void streams() {
        Map<Kind, Integer> found = new HashMap<>();
        MergeJoin.compare(Side.BANK, many(1), many(2), difference -> found.merge(difference.kind(), 1, Integer::sum));
        assertThat(found).isEqualTo(Map.of(Kind.MISSING_THERE, 50_000, Kind.AMOUNT_DIFFERS, 50_000));
    }

    private static Iterator<Entry> many(int step) {
        return IntStream.range(0, 100_000)
                .filter(i -> i % step == 0)
                .mapToObj(i -> paid("%08d".formatted(i), step))
                .iterator();
    }

    private static Map<String, Entry> side(Random random) {
        Map<String, Entry> side = new TreeMap<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            String key = "k" + random.nextInt(10);
            side.put(key, paid(key, random.nextInt(2)));
        }
        return side;
    }

    private static Entry paid(String key, long fen) {
        return new Entry(key, fen, State.SETTLED, 1, null);
    }

    private static List<String> compared(Iterable<Entry> ours, Iterable<Entry> theirs) {
        List<String> found = new ArrayList<>();
        MergeJoin.compare(
                Side.BANK,
                ours.iterator(),
                theirs.iterator(),
                difference -> found.add(difference.kind() + " " + difference.key()));
        return found;
    }
}

package cn.gov.zhuozhou.aid.disbursement.funding;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes an amount from several sources in proportion to what each has. */
final class Portions {
    private record Remainder(String source, BigInteger left) {}

    private Portions() {}

    /**
     * The portions, without those of 0 fen: together the amount, none above what its source has, none a whole fen away from its exact
     * proportion. Left-over fen go to the largest remainders, at a tie to the source that comes first by code.
     *
     * @param fen at most what all have together
     */
    static SortedMap<String, Long> of(Map<String, Long> has, long fen) {
        BigInteger all = BigInteger.valueOf(has.values().stream().reduce(0L, Math::addExact));
        if (fen < 0 || all.compareTo(BigInteger.valueOf(fen)) < 0) {
            throw new IllegalArgumentException("cannot take " + fen + " of " + all);
        }
        SortedMap<String, Long> portions = new TreeMap<>();
        if (fen == 0) {
            return portions;
        }
        List<Remainder> remainders = new TreeMap<>(has)
                .entrySet().stream()
                        .map(source -> {
                            BigInteger[] exact = BigInteger.valueOf(source.getValue())
                                    .multiply(BigInteger.valueOf(fen))
                                    .divideAndRemainder(all);
                            portions.put(source.getKey(), exact[0].longValueExact());
                            return new Remainder(source.getKey(), exact[1]);
                        })
                        .sorted(Comparator.comparing(Remainder::left).reversed())
                        .toList();
        long left = fen - portions.values().stream().mapToLong(Long::longValue).sum();
        remainders.stream().limit(left).forEach(r -> portions.merge(r.source(), 1L, Long::sum));
        portions.values().removeIf(portion -> portion == 0);
        return portions;
    }
}

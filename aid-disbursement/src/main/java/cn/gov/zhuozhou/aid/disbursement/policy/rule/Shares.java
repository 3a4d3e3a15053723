package cn.gov.zhuozhou.aid.disbursement.policy.rule;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Who bears a programme, in hundredths of a per cent by source; together 10,000, or nothing where it is not known. */
public record Shares(Map<FundSource, Integer> basisPoints) {
    public static final int WHOLE = 10_000;
    public static final Shares UNKNOWN = new Shares(Map.of());

    public Shares {
        basisPoints = Map.copyOf(basisPoints);
        int sum = basisPoints.values().stream().mapToInt(Integer::intValue).sum();
        if (!basisPoints.isEmpty() && sum != WHOLE) {
            throw new IllegalArgumentException("shares come to " + sum + " instead of " + WHOLE);
        }
    }

    /**
     * Splits an amount to the fen: no part differs from its exact share by a whole fen, and together they are the amount. Left-over
     * fen go to the largest remainders, at a tie to the source named first. Empty where shares are not known.
     */
    public Map<FundSource, Long> split(long fen) {
        Map<FundSource, Long> parts = new EnumMap<>(FundSource.class);
        basisPoints.forEach((source, points) -> parts.put(source, Math.floorDiv(fen * points, WHOLE)));
        long left = parts.isEmpty()
                ? 0
                : fen - parts.values().stream().mapToLong(Long::longValue).sum();
        List<FundSource> byRemainder = parts.keySet().stream()
                .sorted(Comparator.comparingLong((FundSource s) -> -Math.floorMod(fen * basisPoints.get(s), WHOLE))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (int i = 0; i < left; i++) {
            parts.merge(byRemainder.get(i), 1L, Long::sum);
        }
        return parts;
    }
}

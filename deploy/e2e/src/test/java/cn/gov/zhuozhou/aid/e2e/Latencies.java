package cn.gov.zhuozhou.aid.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collected times and their percentiles. */
final class Latencies {
    private final List<Duration> taken = new ArrayList<>();

    void add(Duration one) {
        taken.add(one);
    }

    int count() {
        return taken.size();
    }

    Duration percentile(int percent) {
        List<Duration> sorted = new ArrayList<>(taken);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    @Override
    public String toString() {
        return "%d changes: p50 %d ms, p99 %d ms, longest %d ms"
                .formatted(
                        count(),
                        percentile(50).toMillis(),
                        percentile(99).toMillis(),
                        percentile(100).toMillis());
    }
}

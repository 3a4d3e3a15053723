package cn.gov.zhuozhou.aid.disbursement.simulation;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.AwardDecision;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Entitlement;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.FundSource;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what two ways of deciding cost. As large as there are programmes and schools, not as there are pupils. */
final class Costs {
    /** What costs are added up by. */
    enum Dimension {
        PROGRAMME,
        SCHOOL,
        PAYER,
        FUND_SOURCE
    }

    /** Awards and fen; a waiver at a school's own charge counts no fen. */
    record Sum(long awards, long fen) {
        static final Sum NONE = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(awards + other.awards, fen + other.fen);
        }
    }

    record Line(Dimension dimension, String key, Sum before, Sum after) {}

    private static final String UNKNOWN_SOURCE = "UNKNOWN";

    private final Side before;
    private final Side after;

    Costs(PolicySet before, PolicySet after) {
        this.before = new Side(before);
        this.after = new Side(after);
    }

    void addBefore(String schoolCode, AwardDecision decision) {
        before.add(schoolCode, decision);
    }

    void addAfter(String schoolCode, AwardDecision decision) {
        after.add(schoolCode, decision);
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        var sumsBefore = before.sums();
        var sumsAfter = after.sums();
        for (Dimension dimension : Dimension.values()) {
            Map<String, Sum> was = sumsBefore.get(dimension);
            Map<String, Sum> is = sumsAfter.get(dimension);
            Map<String, Sum> keys = new TreeMap<>(was);
            keys.putAll(is);
            keys.keySet()
                    .forEach(key -> lines.add(
                            new Line(dimension, key, was.getOrDefault(key, Sum.NONE), is.getOrDefault(key, Sum.NONE))));
        }
        return lines;
    }

    /** One way of deciding; null where there is no policy and nothing is granted. */
    private static final class Side {
        private final PolicySet policy;
        private final Map<Dimension, Map<String, Sum>> sums = new EnumMap<>(Dimension.class);

        Side(PolicySet policy) {
            this.policy = policy;
            for (Dimension dimension : Dimension.values()) {
                sums.put(dimension, new TreeMap<>());
            }
        }

        void add(String schoolCode, AwardDecision decision) {
            for (Entitlement one : decision.entitlements()) {
                Sum sum = new Sum(1, one.amountFen() == null ? 0 : one.amountFen());
                add(Dimension.PROGRAMME, one.programme().code(), sum);
                add(Dimension.SCHOOL, schoolCode, sum);
                add(Dimension.PAYER, one.programme().payer().name(), sum);
            }
        }

        /** The total of a programme is split once, so that its sources come to it. */
        Map<Dimension, Map<String, Sum>> sums() {
            sums.get(Dimension.FUND_SOURCE).clear();
            sums.get(Dimension.PROGRAMME).forEach((programme, sum) -> {
                Map<FundSource, Long> parts = policy.shares(programme).split(sum.fen());
                parts.forEach((source, fen) -> add(Dimension.FUND_SOURCE, source.name(), new Sum(sum.awards(), fen)));
                if (parts.isEmpty()) {
                    add(Dimension.FUND_SOURCE, UNKNOWN_SOURCE, sum);
                }
            });
            return sums;
        }

        private void add(Dimension dimension, String key, Sum sum) {
            sums.get(dimension).merge(key, sum, Sum::plus);
        }
    }
}

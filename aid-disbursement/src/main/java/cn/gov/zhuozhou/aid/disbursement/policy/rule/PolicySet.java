package cn.gov.zhuozhou.aid.disbursement.policy.rule;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything policy says for one semester, as one versioned value.
 *
 * @param version of the set and of its rates, such as 2019-spring.1/3; stored with every decision
 * @param rules those in effect in the semester, by programme and rank
 * @param rates all known ones; the semester picks
 */
public record PolicySet(
        String version,
        Semester semester,
        Map<String, Programme> programmes,
        List<EligibilityRule> rules,
        List<Rate> rates,
        List<CombinationRule> combinations) {
    public PolicySet {
        programmes = Map.copyOf(programmes);
        rules = List.copyOf(rules);
        rates = List.copyOf(rates);
        combinations = List.copyOf(combinations);
    }

    /** The rate with the latest beginning that is not after the semester. */
    public Optional<Rate> rate(String programme, String key) {
        return rates.stream()
                .filter(r -> r.programme().equals(programme) && r.key().equals(key))
                .filter(r -> r.from().compareTo(semester) <= 0)
                .max(Comparator.comparing(Rate::from));
    }
}

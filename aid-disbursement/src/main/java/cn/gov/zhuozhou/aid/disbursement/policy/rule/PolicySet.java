package cn.gov.zhuozhou.aid.disbursement.policy.rule;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything policy says for one semester, as one versioned value that answers fast: a county's decisions are made with one. */
public final class PolicySet {
    private final String version;
    private final Semester semester;
    private final Map<String, Programme> programmes;
    private final List<EligibilityRule> rules;
    private final Map<String, Map<String, Rate>> rates;
    private final List<CombinationRule> combinations;
    private final Map<String, Shares> shares;
    private final Set<String> fourCategories;

    /**
     * @param version of the set, such as 2019-spring.2/1; stored with every decision
     * @param programmes those in effect in the semester, by code
     * @param rules those in effect in the semester, by programme and rank
     * @param rates all of them: the last that has begun counts, unless it has ended
     * @param shares by programme code
     * @param fourCategories what 四类 means
     */
    public PolicySet(
            String version,
            Semester semester,
            Map<String, Programme> programmes,
            List<EligibilityRule> rules,
            List<Rate> rates,
            List<CombinationRule> combinations,
            Map<String, Shares> shares,
            Set<String> fourCategories) {
        this.version = version;
        this.semester = semester;
        this.programmes = Map.copyOf(programmes);
        this.rules = List.copyOf(rules);
        this.rates = inEffect(rates, semester);
        this.combinations = List.copyOf(combinations);
        this.shares = Map.copyOf(shares);
        this.fourCategories = Set.copyOf(fourCategories);
    }

    public String version() {
        return version;
    }

    public Semester semester() {
        return semester;
    }

    public Map<String, Programme> programmes() {
        return programmes;
    }

    public List<EligibilityRule> rules() {
        return rules;
    }

    /** The rate in effect in the semester. */
    public Optional<Rate> rate(String programme, String key) {
        return Optional.ofNullable(rates.getOrDefault(programme, Map.of()).get(key));
    }

    /** What a programme grants under a key, and why; empty where there is no such rate. */
    public Optional<Entitlement> entitlement(String programme, String key, Reason why) {
        return rate(programme, key)
                .map(rate ->
                        new Entitlement(programmes.get(programme), key, rate.amountFen(), List.of(why, rate.reason())));
    }

    /** The rates of a programme in effect in the semester, by key. */
    public Map<String, Rate> rates(String programme) {
        return Map.copyOf(rates.getOrDefault(programme, Map.of()));
    }

    /** Who bears a programme in the semester. */
    public Shares shares(String programme) {
        return shares.getOrDefault(programme, Shares.UNKNOWN);
    }

    /** For pupils of whom nobody has said whether they are of the four categories. */
    public boolean isFourCategory(Set<String> categories) {
        return !Collections.disjoint(categories, fourCategories);
    }

    /** Which of several programmes fall away for a pupil, with the reason. */
    Map<String, Reason> excluded(Collection<Programme> together, PupilSituation pupil) {
        Map<String, Reason> excluded = new LinkedHashMap<>();
        for (Programme one : together) {
            combinations.stream()
                    .filter(rule -> rule.removes(one, pupil, together, this))
                    .findFirst()
                    .ifPresent(rule -> excluded.put(one.code(), rule.reason()));
        }
        return excluded;
    }

    boolean allows(Programme one, Programme other) {
        return combinations.stream().anyMatch(rule -> rule.allows(one, other));
    }

    private static Map<String, Map<String, Rate>> inEffect(List<Rate> rates, Semester semester) {
        Map<String, Map<String, Rate>> found = new HashMap<>();
        for (Rate rate : rates) {
            if (rate.from().compareTo(semester) <= 0) {
                found.computeIfAbsent(rate.programme(), code -> new HashMap<>())
                        .merge(rate.key(), rate, (a, b) -> a.from().compareTo(b.from()) > 0 ? a : b);
            }
        }
        found.values().forEach(byKey -> byKey.values().removeIf(rate -> rate.endsBefore(semester)));
        return found;
    }
}

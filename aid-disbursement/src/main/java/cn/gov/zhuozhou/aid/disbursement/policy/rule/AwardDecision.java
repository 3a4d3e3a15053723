package cn.gov.zhuozhou.aid.disbursement.policy.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a pupil is entitled to under a policy set.
 *
 * @param entitlements by programme code
 * @param excluded programme codes a combination rule took away again, with the reason
 * @param unknown programmes not granted under which a rule might hold, did one know more of his school or home, with what is missing
 */
public record AwardDecision(List<Entitlement> entitlements, Map<String, Reason> excluded, Map<String, Reason> unknown) {
    public static final AwardDecision NOTHING = new AwardDecision(List.of(), Map.of(), Map.of());

    public AwardDecision {
        entitlements = List.copyOf(entitlements);
        excluded = Map.copyOf(excluded);
        unknown = Map.copyOf(unknown);
    }

    /** Only a pupil who is identified in force is entitled to anything. */
    public static AwardDecision of(PupilSituation pupil, PolicySet policy) {
        if (!pupil.identified()) {
            return NOTHING;
        }
        Map<String, Entitlement> granted = new LinkedHashMap<>();
        Map<String, Reason> unknown = new LinkedHashMap<>();
        for (EligibilityRule rule : policy.rules()) {
            if (granted.containsKey(rule.programme()) || !rule.mayHoldFor(pupil)) {
                continue;
            }
            Optional<Reason> missing = rule.narrowing().unknown(pupil.circumstances());
            if (missing.isPresent()) {
                unknown.putIfAbsent(rule.programme(), missing.get());
            } else {
                granted.put(rule.programme(), entitlement(rule, policy));
            }
        }
        unknown.keySet().removeAll(granted.keySet());
        return combined(granted, unknown, pupil, policy);
    }

    public Optional<Entitlement> to(String programme) {
        return entitlements.stream()
                .filter(e -> e.programme().code().equals(programme))
                .findFirst();
    }

    /** What a combination rule, or not knowing enough, has against a programme; empty where no rule reaches the pupil. */
    public Optional<Reason> whyNot(String programme) {
        return Optional.ofNullable(excluded.get(programme)).or(() -> Optional.ofNullable(unknown.get(programme)));
    }

    private static Entitlement entitlement(EligibilityRule rule, PolicySet policy) {
        return policy.entitlement(rule.programme(), rule.rateKey(), rule.reason())
                .orElseThrow(() -> new IllegalStateException("policy set " + policy.version() + " has no rate for "
                        + rule.programme() + " " + rule.rateKey() + " in " + policy.semester()));
    }

    private static AwardDecision combined(
            Map<String, Entitlement> granted, Map<String, Reason> unknown, PupilSituation pupil, PolicySet policy) {
        List<Programme> together =
                granted.values().stream().map(Entitlement::programme).toList();
        Map<String, Reason> excluded = policy.excluded(together, pupil);
        List<Entitlement> kept = new ArrayList<>(granted.values());
        kept.removeIf(e -> excluded.containsKey(e.programme().code()));
        return new AwardDecision(kept, excluded, unknown);
    }
}

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
 */
public record AwardDecision(List<Entitlement> entitlements, Map<String, Reason> excluded) {
    public AwardDecision {
        entitlements = List.copyOf(entitlements);
        excluded = Map.copyOf(excluded);
    }

    /** Only a pupil who is identified in force and in school is entitled to anything (在籍在校). */
    public static AwardDecision of(PupilSituation pupil, PolicySet policy) {
        if (!pupil.identified() || !pupil.inSchool()) {
            return new AwardDecision(List.of(), Map.of());
        }
        Map<String, Entitlement> granted = new LinkedHashMap<>();
        for (EligibilityRule rule : policy.rules()) {
            if (!granted.containsKey(rule.programme()) && rule.holdsFor(pupil)) {
                granted.put(rule.programme(), entitlement(rule, policy));
            }
        }
        return combined(granted, policy);
    }

    public Optional<Entitlement> to(String programme) {
        return entitlements.stream()
                .filter(e -> e.programme().code().equals(programme))
                .findFirst();
    }

    private static Entitlement entitlement(EligibilityRule rule, PolicySet policy) {
        Rate rate = policy.rate(rule.programme(), rule.rateKey())
                .orElseThrow(() -> new IllegalStateException("policy set " + policy.version() + " has no rate for "
                        + rule.programme() + " " + rule.rateKey() + " in " + policy.semester()));
        return new Entitlement(
                policy.programmes().get(rule.programme()),
                rule.rateKey(),
                rate.amountFen(),
                List.of(rule.reason(), rate.reason()));
    }

    private static AwardDecision combined(Map<String, Entitlement> granted, PolicySet policy) {
        List<Entitlement> kept = new ArrayList<>();
        Map<String, Reason> excluded = new LinkedHashMap<>();
        for (Entitlement one : granted.values()) {
            policy.combinations().stream()
                    .filter(rule -> granted.values().stream()
                            .anyMatch(other -> rule.removes(one.programme(), other.programme())))
                    .findFirst()
                    .ifPresentOrElse(rule -> excluded.put(one.programme().code(), rule.reason()), () -> kept.add(one));
        }
        return new AwardDecision(kept, excluded);
    }
}

package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.registry.identification.rule.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The approved rule sets. An approved one never changes, so it is read once. */
@ApplicationScoped
public class RuleSets {
    private record Key(String id, String version) {}

    @Inject
    RuleSetStore store;

    private final ConcurrentMap<Key, RuleSet> approved = new ConcurrentHashMap<>();

    /** The set that decides a semester: the one in effect on its first day. */
    public Optional<RuleSet> find(Semester semester) {
        return store.inEffectOn(semester.firstDay()).map(key -> approved(key.id(), key.version()));
    }

    /** The set that decides a semester; ends the request where there is none. */
    public RuleSet of(Semester semester) {
        return find(semester).orElseThrow(() -> new ProblemException(IdentificationProblem.NO_RULE_SET));
    }

    /** The set a stored decision was made with. */
    RuleSet approved(String id, String version) {
        return approved.computeIfAbsent(
                new Key(id, version),
                key -> store.find(id, version)
                        .filter(RuleSetStore.Kept::isApproved)
                        .orElseThrow(
                                () -> new IllegalStateException("no approved rule set " + id + " version " + version))
                        .set());
    }
}

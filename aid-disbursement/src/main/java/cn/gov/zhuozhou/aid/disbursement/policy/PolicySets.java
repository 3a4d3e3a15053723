package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The policy sets as values that decide. What was once approved never changes, so it is read once; which set governs a semester is
 * asked every time, for another replica may have put one in force.
 */
@ApplicationScoped
public class PolicySets {
    private record Key(String label, Semester semester) {}

    @Inject
    PolicyStore store;

    @Inject
    PolicyDrafts drafts;

    private final Map<Key, PolicySet> fixed = new ConcurrentHashMap<>();

    /** The set in force in a semester; empty where none was: nothing is granted for such a semester. */
    public Optional<PolicySet> in(Semester semester) {
        return store.inForce(semester).map(head -> fixed(head, head.label(), semester));
    }

    /** Whether what a school is makes a difference under any set in force. */
    public boolean lookAtSchools() {
        return store.looksAtSchools();
    }

    /**
     * The set a decision was made under, be it retired since, under the same label; or any other by its version. Empty where there
     * is none.
     *
     * @param label as stored with decisions (2019-spring.2/1), or the version alone
     */
    public Optional<PolicySet> named(String label, Semester semester) {
        boolean decided = label.contains("/");
        String version = decided ? label.substring(0, label.indexOf('/')) : label;
        return store.find(version).map(head -> {
            String called = decided ? label : head.label();
            return head.state() == PolicyState.DRAFT ? read(head, called, semester) : fixed(head, called, semester);
        });
    }

    /** The semester a set begins in; ends the request where there is no such set or it could not decide every pupil. */
    public Semester requireSound(String version) {
        PolicyHead head = store.find(version).orElseThrow(ProblemException::notFound);
        drafts.requireSound(head);
        return head.effectiveFrom();
    }

    private PolicySet read(PolicyHead head, String label, Semester semester) {
        return store.content(head.version()).at(semester, label, head.fourCategories());
    }

    private PolicySet fixed(PolicyHead head, String label, Semester semester) {
        return fixed.computeIfAbsent(new Key(label, semester), key -> read(head, label, semester));
    }
}

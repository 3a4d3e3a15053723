package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.identification.rule.RuleSet;
import cn.gov.zhuozhou.aid.registry.identification.rule.RuleSetFaults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Drafting of rule sets and their approval by another person. */
@ApplicationScoped
class RuleSetActs {
    @Inject
    RuleSetStore store;

    @Inject
    Trail trail;

    RuleSetStore.Kept find(String id, String version) {
        return store.find(id, version).orElseThrow(ProblemException::notFound);
    }

    /** A new version, the first where the set is new. */
    RuleSetStore.Kept draft(String id, RuleSetResource.Content content, Actor actor) {
        RuleSet set = sound(id, store.nextVersion(id), content);
        store.insert(set, actor);
        return done("rule-set.drafted", set, null, actor);
    }

    RuleSetStore.Kept redraft(String id, String version, String ifMatch, RuleSetResource.Content content, Actor actor) {
        draftOnly(id, version, ifMatch);
        RuleSet set = sound(id, version, content);
        store.redraft(set, actor);
        return done("rule-set.redrafted", set, null, actor);
    }

    RuleSetStore.Kept approve(String id, String version, String ifMatch, String reason, Actor actor) {
        RuleSetStore.Kept draft = draftOnly(id, version, ifMatch);
        if (actor.is(draft.draftedById())) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        store.approve(draft.set(), reason, actor);
        return done("rule-set.approved", draft.set(), reason, actor);
    }

    private RuleSetStore.Kept draftOnly(String id, String version, String ifMatch) {
        RuleSetStore.Kept kept = find(id, version);
        Versions.require(ifMatch, kept.revision());
        if (kept.isApproved()) {
            throw new ProblemException(IdentificationProblem.RULE_SET_APPROVED);
        }
        return kept;
    }

    private static RuleSet sound(String id, String version, RuleSetResource.Content content) {
        RuleSet set = new RuleSet(
                id, version, content.effectiveFrom(), content.effectiveTo(), content.documents(), content.parameters());
        List<FieldError> faults = RuleSetFaults.of(set).stream()
                .map(fault -> new FieldError(fault.field(), "rule-set", fault.expected()))
                .toList();
        if (!faults.isEmpty()) {
            throw new ProblemException(IdentificationProblem.RULE_SET_UNSOUND, Text.of("", ""), faults);
        }
        return set;
    }

    private RuleSetStore.Kept done(String action, RuleSet set, String reason, Actor actor) {
        trail.record(actor, action, "rule-set", set.id() + "/" + set.version(), reason);
        return find(set.id(), set.version());
    }
}

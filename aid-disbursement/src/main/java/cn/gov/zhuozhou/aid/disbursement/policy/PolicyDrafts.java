package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.FreeText;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyResource.Beginning;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyResource.Changes;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyResource.Particulars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is done to policy sets, along {@link PolicyEdge}; each in the caller's transaction and with a record in the trail. */
@ApplicationScoped
class PolicyDrafts {
    /** Sets are named and put in force one after the other. */
    private static final String TURN = "policy";

    @Inject
    PolicyStore store;

    @Inject
    Trail trail;

    @Inject
    BusinessClock clock;

    @Inject
    Turns turns;

    @Inject
    Event<PolicyInForce> entries;

    /** Begins with the rows of another set, whichever state that is in. */
    PolicyHead begin(Beginning asked, Actor actor) {
        requireOrder(asked.effectiveFrom(), asked.effectiveTo());
        turns.alone(TURN);
        PolicyHead base = store.find(asked.basedOn()).orElseThrow(ProblemException::notFound);
        String version = store.nextVersion(asked.effectiveFrom());
        store.draft(version, asked, base, actor);
        return done("policy.drafted", version, null, actor);
    }

    PolicyHead describe(String version, String ifMatch, Particulars asked, Actor actor) {
        PolicyHead draft = changeable(version, ifMatch, PolicyEdge.EDITED);
        requireOrder(draft.effectiveFrom(), asked.effectiveTo());
        store.describe(version, asked);
        store.edited(version, actor);
        return done("policy.described", version, null, actor);
    }

    /** Removes rows, then writes rows; one that is to be removed has to be there. */
    PolicyHead change(String version, String ifMatch, Changes asked, Actor actor) {
        changeable(version, ifMatch, PolicyEdge.EDITED);
        requireDistinct(asked.upsert());
        for (PolicyResource.RowName gone : asked.delete()) {
            boolean named = gone.name().size() == gone.kind().key().size();
            if (!named || !store.delete(gone.kind(), version, gone.name())) {
                throw new ProblemException(
                        CommonProblem.INVALID_FIELDS,
                        Text.of("要删除的行不存在：%s", "the row to delete is not there: %s")
                                .formatted(named(gone.kind(), gone.name())));
            }
        }
        for (RowKind kind : RowKind.values()) {
            store.upsert(kind, version, kind.of(asked.upsert()));
        }
        store.edited(version, actor);
        return done(
                "policy.rows-changed",
                version,
                null,
                actor,
                Map.of(
                        "written",
                        names(asked.upsert()),
                        "deleted",
                        asked.delete().stream()
                                .map(gone -> named(gone.kind(), gone.name()))
                                .toList()));
    }

    /** Everything the draft held gives way. */
    PolicyHead replace(String version, String ifMatch, PolicyContent content, Actor actor) {
        changeable(version, ifMatch, PolicyEdge.EDITED);
        requireDistinct(content);
        store.replaceRows(version, content);
        store.edited(version, actor);
        return done("policy.imported", version, null, actor);
    }

    /** By somebody who wrote nothing in it, and only where it is sound. */
    PolicyHead approve(String version, String ifMatch, String reason, Actor actor) {
        PolicyHead draft = changeable(version, ifMatch, PolicyEdge.APPROVAL);
        if (draft.drafters().contains(actor.id())) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        requireSound(draft);
        store.approve(version, FreeText.checked(reason), actor);
        return done("policy.approved", version, reason, actor);
    }

    /** It governs from its first semester on; a set that began in the same semester is retired. */
    PolicyHead putInForce(String version, String ifMatch, Actor actor) {
        turns.alone(TURN);
        PolicyHead approved = changeable(version, ifMatch, PolicyEdge.ENTRY_INTO_FORCE);
        if (approved.effectiveFrom().compareTo(clock.semester()) < 0) {
            throw new ProblemException(PolicyProblem.POLICY_BEGINS_IN_THE_PAST);
        }
        store.list().stream()
                .filter(other -> other.state() == PolicyState.IN_FORCE
                        && other.effectiveFrom().equals(approved.effectiveFrom()))
                .forEach(other -> {
                    store.retire(other.version(), PolicyEdge.REPLACED);
                    done("policy.replaced", other.version(), null, actor);
                });
        store.putInForce(version);
        entries.fire(new PolicyInForce(version, approved.effectiveFrom(), actor));
        return done("policy.in-force", version, null, actor);
    }

    /** Ends what is not in force. */
    PolicyHead withdraw(String version, String ifMatch, String reason, Actor actor) {
        FreeText.checked(reason);
        PolicyHead head = seen(version, ifMatch);
        PolicyEdge edge = head.state() == PolicyState.DRAFT ? PolicyEdge.DISCARDED : PolicyEdge.WITHDRAWN;
        edge.require(head.state());
        store.retire(version, edge);
        return done("policy.withdrawn", version, reason, actor);
    }

    List<PolicyCheck.Problem> problems(PolicyHead head) {
        return PolicyCheck.of(head.effectiveFrom(), store.content(head.version()));
    }

    /** Ends the request where the set could not decide every pupil. */
    void requireSound(PolicyHead head) {
        List<PolicyCheck.Problem> problems = problems(head);
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    PolicyProblem.POLICY_UNSOUND,
                    Text.of("", ""),
                    problems.stream().map(PolicyDrafts::error).toList());
        }
    }

    private static FieldError error(PolicyCheck.Problem problem) {
        return new FieldError(
                named(problem.kind(), problem.row()).strip(), problem.code().name(), problem.text());
    }

    private static void requireOrder(Semester from, Semester to) {
        if (to != null && to.compareTo(from) < 0) {
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS,
                    Text.of("effectiveTo 不得早于 effectiveFrom", "effectiveTo is not before effectiveFrom"));
        }
    }

    /** No two rows of a kind have the same name. */
    private static void requireDistinct(PolicyContent content) {
        Set<String> seen = new HashSet<>();
        for (String name : names(content)) {
            if (!seen.add(name)) {
                throw new ProblemException(
                        CommonProblem.INVALID_FIELDS,
                        Text.of("重复的行：%s", "the row stands twice: %s").formatted(name));
            }
        }
    }

    private PolicyHead changeable(String version, String ifMatch, PolicyEdge edge) {
        PolicyHead head = seen(version, ifMatch);
        edge.require(head.state());
        return head;
    }

    private PolicyHead seen(String version, String ifMatch) {
        PolicyHead head = store.findForChange(version).orElseThrow(ProblemException::notFound);
        Versions.require(ifMatch, head.revision());
        return head;
    }

    private static List<String> names(PolicyContent content) {
        return Stream.of(RowKind.values())
                .flatMap(kind -> kind.of(content).stream().map(row -> named(kind, PolicyStore.nameOf(kind, row))))
                .toList();
    }

    /** A row as people read of it. */
    private static String named(RowKind kind, List<String> name) {
        return kind.name() + " " + String.join("/", name);
    }

    private PolicyHead done(String action, String version, String reason, Actor actor) {
        return done(action, version, reason, actor, Map.of());
    }

    private PolicyHead done(String action, String version, String reason, Actor actor, Map<String, ?> detail) {
        trail.record(actor, action, "policy", version, reason, detail);
        return store.find(version).orElseThrow();
    }
}

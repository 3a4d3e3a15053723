package cn.gov.zhuozhou.aid.inspection.finding;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What people do to a line, each act with its step in the history, its trail record and its event. */
@ApplicationScoped
@Transactional
class FindingActs {
    @Inject
    Findings findings;

    @Inject
    FindingChanges changes;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    /** Returns the new revision. */
    long reportProgress(Actor actor, UUID id, String note, String measures) {
        Finding finding = findings.toActOn(id, actor.jurisdiction());
        FindingState before = finding.state;
        finding.reportProgress(measures);
        return keep(actor, finding, FindingAct.PROGRESS_REPORTED, before, note);
    }

    long requestClosure(Actor actor, UUID id, String result) {
        Finding finding = findings.toActOn(id, actor.jurisdiction());
        FindingState before = finding.state;
        finding.requestClosure(actor);
        return keep(actor, finding, FindingAct.CLOSURE_REQUESTED, before, result);
    }

    long confirm(Actor actor, UUID id, String ifMatch, String opinion) {
        Finding finding = asAbove(actor, id, ifMatch, FindingProblem.ONLY_ABOVE_MAY_CONFIRM);
        FindingState before = finding.state;
        finding.confirm(actor, clock.now());
        return keep(actor, finding, FindingAct.CONFIRMED, before, opinion);
    }

    long decideClosure(Actor actor, UUID id, String ifMatch, boolean accepted, String opinion) {
        Finding finding = asAbove(actor, id, ifMatch, FindingProblem.ONLY_ABOVE_MAY_CLOSE);
        FindingState before = finding.state;
        if (accepted) {
            finding.close(actor, clock.now());
            return keep(actor, finding, FindingAct.CLOSED_BY_PERSON, before, opinion);
        }
        finding.returnForWork();
        return keep(actor, finding, FindingAct.CLOSURE_RETURNED, before, opinion);
    }

    /** Only the bureau stands above schools and towns. */
    private Finding asAbove(Actor actor, UUID id, String ifMatch, FindingProblem otherwise) {
        Finding finding = findings.toActOn(id, actor.jurisdiction());
        if (!actor.jurisdiction().isBureau()) {
            throw new ProblemException(otherwise);
        }
        Versions.require(ifMatch, finding.revision);
        return finding;
    }

    private long keep(Actor actor, Finding finding, FindingAct act, FindingState before, String note) {
        Instant now = clock.now();
        changes.keep(List.of(finding), List.of(HistoryEntry.of(finding, act, before, actor, note, now)));
        trail.record(actor, "finding." + act.trailName(), "finding", finding.id.toString(), note);
        return finding.revision;
    }
}

package cn.gov.zhuozhou.aid.accountability.assignment;

import cn.gov.zhuozhou.aid.accountability.AccountabilityProblem;
import cn.gov.zhuozhou.aid.accountability.Turn;
import cn.gov.zhuozhou.aid.accountability.assignment.StateTransitions.Occasion;
import cn.gov.zhuozhou.aid.accountability.organisation.Staff;
import cn.gov.zhuozhou.aid.accountability.organisation.StaffMember;
import cn.gov.zhuozhou.aid.accountability.pupil.Pupils;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people decide about assignments: the reviewer confirms, the clerk names somebody else. */
@ApplicationScoped
class DecideAssignments {
    @Inject
    Assignments assignments;

    @Inject
    Pupils pupils;

    @Inject
    Staff staff;

    @Inject
    AssignmentJournal journal;

    @Inject
    Trail trail;

    @Inject
    BusinessClock clock;

    @Inject
    Turn turn;

    void confirm(UUID id, String ifMatch, Actor actor) {
        turn.take();
        Assignment assignment = visible(id, actor);
        Versions.require(ifMatch, assignment.version());
        assignment.confirm(actor, clock.now());
        journal.changed(List.of(assignment), actor);
        trail.record(actor, "assignment.confirmed", "assignment", id.toString(), null);
    }

    /** Confirms what was proposed by others, of one school or of the whole jurisdiction; returns how many. */
    int confirmAll(String schoolCode, Actor actor) {
        turn.take();
        List<Assignment> proposed = assignments.proposed(actor.jurisdiction(), schoolCode, actor.id());
        proposed.forEach(a -> a.confirm(actor, clock.now()));
        journal.changed(proposed, actor);
        proposed.forEach(a -> trail.record(actor, "assignment.confirmed", "assignment", a.id().toString(), null));
        return proposed.size();
    }

    /** Names another person; returns the assignment that holds from now on. */
    UUID replace(UUID id, String ifMatch, UUID personId, String reason, Actor actor) {
        turn.take();
        Assignment assignment = visible(id, actor);
        Versions.require(ifMatch, assignment.version());
        StaffMember member = staff.atSchool(assignment.schoolCode(), personId)
                .orElseThrow(() -> new ProblemException(AccountabilityProblem.PERSON_NOT_OF_SCHOOL));
        var person = new Responsible(member.personId(), member.name(), member.post(), Responsible.BY_HAND);
        UUID holding = assignment.isGap() ? fill(assignment, person, actor) : handOver(assignment, person, actor);
        trail.record(
                actor, "assignment.person-named", "assignment", id.toString(), reason, Map.of("personId", personId));
        return holding;
    }

    private UUID fill(Assignment gap, Responsible person, Actor actor) {
        gap.fill(person, clock.today(), actor);
        journal.changed(List.of(gap), actor);
        return gap.id();
    }

    private UUID handOver(Assignment former, Responsible person, Actor actor) {
        former.end(Occasion.REPLACED, clock.today());
        journal.changed(List.of(former), actor);
        var next = Assignment.proposed(pupils.findById(former.studentId()), person, clock.today(), actor);
        assignments.persist(next);
        journal.changed(List.of(next), actor);
        return next.id();
    }

    private Assignment visible(UUID id, Actor actor) {
        return assignments
                .findByIdOptional(id)
                .filter(a -> actor.jurisdiction().coversSchool(a.schoolCode(), a.schoolTown()))
                .orElseThrow(ProblemException::notFound);
    }
}

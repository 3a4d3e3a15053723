package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.registry.identification.Proposal.Proposer;
import cn.gov.zhuozhou.aid.registry.identification.StateTransitions.Occasion;
import cn.gov.zhuozhou.aid.registry.identification.rule.Result;
import java.time.LocalDate;
import java.util.UUID;

/** A pupil in one semester: what is in force and what is proposed. Every act gives the next version. */
record Identification(
        UUID id, UUID studentId, String semester, long version, Proposal proposal, InForce inForce, Ground ground) {

    /** A pupil not ruled on this semester: what was in force last semester still is. */
    static Identification before(Pupil pupil, Semester semester) {
        Standing lastSemester = pupil.lastSemester();
        return new Identification(
                Ids.next(),
                pupil.id(),
                semester.code(),
                0,
                new Proposal(Result.NONE, State.WITHDRAWN, lastSemester, null, null),
                new InForce(
                        lastSemester, semester.firstDay(), null, lastSemester, pupil.lastStage(), pupil.lastStage()),
                Ground.NONE);
    }

    boolean isNew() {
        return version == 0;
    }

    State state() {
        return proposal.state();
    }

    Result result() {
        return proposal.result();
    }

    /** The second person agrees. */
    Identification approved(LocalDate today) {
        return proposal.needsNoNotice(inForce)
                ? tookEffect(Occasion.CONFIRMED, today)
                : next(proposal.after(Occasion.APPROVED), inForce);
    }

    /** The second person does not agree; what was in force stays. */
    Identification returned() {
        return next(proposal.after(Occasion.RETURNED), inForce);
    }

    /** A refused proposal is put forward once more. */
    Identification resubmitted(Proposer by) {
        return next(proposal.after(Occasion.RESUBMITTED).by(by), inForce);
    }

    Identification posted(UUID noticeId) {
        return next(proposal.after(Occasion.POSTED).onNotice(noticeId), inForce);
    }

    /** The notice ended without an objection that held. */
    Identification noticePassed(LocalDate today) {
        return tookEffect(Occasion.NOTICE_PASSED, today);
    }

    Identification objectionUpheld() {
        return next(proposal.after(Occasion.OBJECTION_UPHELD), inForce);
    }

    /** A false statement is confirmed: the removal takes effect at once. */
    Identification cancelled(LocalDate today) {
        return tookEffect(Occasion.CANCELLED, today);
    }

    /** After a ruling: the state as given, on the ground found. */
    Identification ruled(Proposal newProposal, InForce newInForce, Ground newGround) {
        return new Identification(id, studentId, semester, version + 1, newProposal, newInForce, newGround);
    }

    private Identification tookEffect(Occasion occasion, LocalDate day) {
        Proposal effective = proposal.after(occasion);
        Standing standing = effective.standing();
        boolean same = standing.ranksAs(inForce.standing());
        return next(
                effective,
                new InForce(
                        standing,
                        same ? inForce.since() : day,
                        effective.result(),
                        standing,
                        ground.stage(),
                        ground.stage()));
    }

    private Identification next(Proposal newProposal, InForce newInForce) {
        return new Identification(id, studentId, semester, version + 1, newProposal, newInForce, ground);
    }
}

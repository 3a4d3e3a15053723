package cn.gov.zhuozhou.aid.accountability.assignment;

import cn.gov.zhuozhou.aid.accountability.assignment.StateTransitions.Occasion;
import cn.gov.zhuozhou.aid.accountability.pupil.Pupil;
import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** That one person answers for one pupil, or that nobody does yet. A new person or school is a new assignment. */
@Entity
@SuppressWarnings("UnusedVariable") // some fields are read by queries only
class Assignment {
    @Id
    private UUID id;

    private UUID studentId;
    private String schoolCode;
    private String schoolTown;

    @Enumerated(EnumType.STRING)
    private State state;

    private UUID personId;
    private String personName;
    private String post;
    private LocalDate since;
    private LocalDate until;
    private String reason;
    private String proposedBy;

    @Embedded
    private Confirmation confirmation;

    @Version
    private long version;

    protected Assignment() {}

    private Assignment(Pupil pupil, LocalDate since, Actor by) {
        this.id = Ids.next();
        this.studentId = pupil.studentId();
        this.schoolCode = pupil.schoolCode();
        this.schoolTown = pupil.schoolTown();
        this.since = since;
        this.proposedBy = by.id();
    }

    static Assignment proposed(Pupil pupil, Responsible person, LocalDate today, Actor by) {
        var assignment = new Assignment(pupil, today, by);
        assignment.name(person);
        assignment.state = State.PROPOSED;
        return assignment;
    }

    static Assignment gap(Pupil pupil, String lack, LocalDate today, Actor by) {
        var assignment = new Assignment(pupil, today, by);
        assignment.reason = lack;
        assignment.state = State.GAP;
        return assignment;
    }

    void fill(Responsible person, LocalDate today, Actor by) {
        state = StateTransitions.of(state, Occasion.FILLED);
        name(person);
        since = today;
        proposedBy = by.id();
    }

    /** True where the reason is another one than before. */
    boolean lacks(String lack) {
        state = StateTransitions.of(state, Occasion.LACK_CHANGED);
        boolean changed = !reason.equals(lack);
        reason = lack;
        return changed;
    }

    /** By another person than the one who named the responsible person. */
    void confirm(Actor by, Instant now) {
        State next = StateTransitions.of(state, Occasion.CONFIRMED);
        if (by.is(proposedBy)) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        state = next;
        confirmation = new Confirmation(by.id(), by.name(), now);
    }

    /** True where the person is called otherwise than before. */
    boolean renamed(String name) {
        state = StateTransitions.of(state, Occasion.PERSON_RENAMED);
        boolean changed = !personName.equals(name);
        personName = name;
        return changed;
    }

    /** The school's town may become known after the school. */
    void locatedIn(String town) {
        schoolTown = town;
    }

    void end(Occasion occasion, LocalDate today) {
        state = StateTransitions.of(state, occasion);
        until = today;
        reason = occasion.name();
    }

    private void name(Responsible person) {
        personId = person.personId();
        personName = person.name();
        post = person.post();
        reason = person.ground();
    }

    UUID id() {
        return id;
    }

    UUID studentId() {
        return studentId;
    }

    String schoolCode() {
        return schoolCode;
    }

    String schoolTown() {
        return schoolTown;
    }

    UUID personId() {
        return personId;
    }

    boolean isGap() {
        return state == State.GAP;
    }

    long version() {
        return version;
    }

    /** As told to others; the revision counts from 1. */
    AssignmentChanged told() {
        return new AssignmentChanged(
                id, version + 1, studentId, schoolCode, state, personId, personName, post, since, until, reason);
    }
}

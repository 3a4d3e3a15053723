package cn.gov.zhuozhou.aid.inspection.finding;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A line of the ledger. Its revision counts what others may see; the version also what they may not. */
@Entity
class Finding {
    /** Who closed a line whose cause is gone. */
    static final String SYSTEM = "SYSTEM";

    @Id
    UUID id;

    String code;
    String semester;
    UUID subjectId;
    UUID studentId;
    String ownerUnit;
    String schoolCode;
    String town;

    @Enumerated(EnumType.STRING)
    FindingState state;

    @Convert(converter = Reasons.class)
    List<Reason> reasons;

    boolean causePresent;
    Instant openedAt;
    LocalDate deadline;
    String measures;
    String submittedBy;
    Instant confirmedAt;
    String confirmedBy;
    Instant closedAt;
    String closedBy;
    long revision;

    @Version
    long version;

    protected Finding() {}

    static Finding register(CheckedSubject hit, Semester semester, LocalDate deadline, Instant now) {
        Finding finding = new Finding();
        finding.id = Ids.next();
        finding.code = hit.code();
        finding.semester = semester.code();
        finding.subjectId = hit.subjectId();
        finding.studentId = hit.studentId();
        finding.openedAt = now;
        finding.deadline = deadline;
        finding.state = FindingState.REGISTERED;
        finding.state(hit);
        finding.revision = 1;
        return finding;
    }

    /** The line is registered for a known unit, so it is given to that unit at once. */
    void assign() {
        move(FindingAct.ASSIGNED_TO_UNIT);
    }

    /** {@code newMeasures} is null where the measures stay as they are. */
    void reportProgress(String newMeasures) {
        move(FindingAct.PROGRESS_REPORTED);
        measures = newMeasures == null ? measures : newMeasures;
        revision++;
    }

    /** A person found that the fault is real, which counts until the line is closed or another cause reopens it. */
    void confirm(Actor by, Instant now) {
        if (confirmedAt != null) {
            throw new ProblemException(FindingProblem.CONFIRMED_ALREADY);
        }
        move(FindingAct.CONFIRMED);
        confirmedAt = now;
        confirmedBy = by.id();
        revision++;
    }

    void requestClosure(Actor by) {
        move(FindingAct.CLOSURE_REQUESTED);
        submittedBy = by.id();
        revision++;
    }

    void returnForWork() {
        move(FindingAct.CLOSURE_RETURNED);
        revision++;
    }

    /** Closed by another person than the one who asked for it. */
    void close(Actor by, Instant now) {
        if (by.is(submittedBy)) {
            throw new ProblemException(
                    CommonProblem.SAME_PERSON, Text.of("销号人不得是申请人。", "Whoever asked for closing may not close it."));
        }
        move(FindingAct.CLOSED_BY_PERSON);
        closedAt = now;
        closedBy = by.id();
        revision++;
    }

    void causeGone(Instant now) {
        move(FindingAct.CAUSE_GONE);
        causePresent = false;
        closedAt = now;
        closedBy = SYSTEM;
        revision++;
    }

    /** The cause of a line a person had closed is gone, so its return will count again. */
    void forgetCause() {
        causePresent = false;
    }

    void causeCameBack(CheckedSubject hit, LocalDate newDeadline) {
        move(FindingAct.CAUSE_CAME_BACK);
        state(hit);
        deadline = newDeadline;
        submittedBy = null;
        confirmedAt = null;
        confirmedBy = null;
        closedAt = null;
        closedBy = null;
        revision++;
    }

    /** True where owner or reasons are others than before. */
    boolean restate(CheckedSubject hit) {
        if (ownerUnit.equals(hit.owner().code())
                && Objects.equals(town, hit.owner().town())
                && reasons.equals(hit.reasons())) {
            return false;
        }
        move(FindingAct.RESTATED);
        state(hit);
        revision++;
        return true;
    }

    /** Whether a person closed the line in view of just this cause, which has stood ever since. */
    boolean accepted(CheckedSubject hit) {
        return closed() && causePresent && codes(reasons).equals(codes(hit.reasons()));
    }

    boolean closed() {
        return !state.isOpen();
    }

    private void state(CheckedSubject hit) {
        ownerUnit = hit.owner().code();
        schoolCode = hit.owner().schoolCode();
        town = hit.owner().town();
        reasons = hit.reasons();
        causePresent = true;
    }

    private void move(FindingAct act) {
        state = act.leadsFrom(state)
                .orElseThrow(() -> new ProblemException(
                        FindingProblem.ACT_NOT_ALLOWED_NOW,
                        Text.of(
                                "当前状态：" + state.title().zh(),
                                "Present state: " + state.title().en())));
    }

    private static Set<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).collect(Collectors.toSet());
    }
}

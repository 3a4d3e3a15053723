package cn.gov.zhuozhou.aid.inspection.finding;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.clock.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What one run of checks does to the ledger, at one moment. */
final class LedgerEntries {
    private final Instant now;
    private final LocalDate today;
    private final Semester semester;
    private final WorkingDays workingDays;
    private final Actor actor;
    private final Consumer<Finding> opened;
    private final List<Finding> changed = new ArrayList<>();
    private final List<HistoryEntry> steps = new ArrayList<>();

    LedgerEntries(
            Instant now,
            LocalDate today,
            Semester semester,
            WorkingDays workingDays,
            Actor actor,
            Consumer<Finding> opened) {
        this.now = now;
        this.today = today;
        this.semester = semester;
        this.workingDays = workingDays;
        this.actor = actor;
        this.opened = opened;
    }

    /**
     * Something is wrong.
     *
     * @param present the latest line of that check and subject, or null
     */
    void hit(CheckedSubject hit, Finding present) {
        if (present == null) {
            open(hit);
        } else if (!present.closed()) {
            restate(hit, present);
        } else if (!present.semester.equals(semester.code())) {
            open(hit);
        } else if (!present.accepted(hit)) {
            reopen(hit, present);
        }
    }

    /** Nothing is wrong any more. */
    void clear(Finding present) {
        if (present.closed()) {
            present.forgetCause();
            return;
        }
        FindingState before = present.state;
        present.causeGone(now);
        step(present, FindingAct.CAUSE_GONE, before);
    }

    List<Finding> changed() {
        return changed;
    }

    List<HistoryEntry> steps() {
        return steps;
    }

    private void open(CheckedSubject hit) {
        Finding finding = Finding.register(hit, semester, deadline(hit), now);
        steps.add(HistoryEntry.of(finding, FindingAct.REGISTERED_BY_CHECK, null, actor, null, now));
        finding.assign();
        step(finding, FindingAct.ASSIGNED_TO_UNIT, FindingState.REGISTERED);
        opened.accept(finding);
    }

    private void restate(CheckedSubject hit, Finding present) {
        FindingState before = present.state;
        if (present.restate(hit)) {
            step(present, FindingAct.RESTATED, before);
        }
    }

    private void reopen(CheckedSubject hit, Finding present) {
        present.causeCameBack(hit, deadline(hit));
        step(present, FindingAct.CAUSE_CAME_BACK, FindingState.CLOSED);
    }

    private void step(Finding finding, FindingAct act, FindingState before) {
        changed.add(finding);
        steps.add(HistoryEntry.of(finding, act, before, actor, null, now));
    }

    private LocalDate deadline(CheckedSubject hit) {
        return workingDays.after(today, hit.workingDays());
    }
}

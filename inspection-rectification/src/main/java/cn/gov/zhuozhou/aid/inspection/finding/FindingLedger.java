package cn.gov.zhuozhou.aid.inspection.finding;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessCalendar;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Brings the ledger in line with what checks found out: opens, restates, closes and reopens lines. Repetition changes nothing. */
@ApplicationScoped
public class FindingLedger {
    private static final Actor CHECKS = Actor.system("datacheck");

    private record Line(String code, UUID subjectId) {}

    @Inject
    Findings findings;

    @Inject
    FindingChanges changes;

    @Inject
    BusinessClock clock;

    @Inject
    BusinessCalendar calendar;

    @Transactional(Transactional.TxType.MANDATORY)
    public void apply(Collection<CheckedSubject> checked) {
        if (checked.isEmpty()) {
            return;
        }
        Map<Line, Finding> latest = latest(checked);
        var entries = new LedgerEntries(
                clock.now(), clock.today(), clock.semester(), calendar.workingDays(), CHECKS, findings::persist);
        for (CheckedSubject subject : checked) {
            Finding present = latest.get(new Line(subject.code(), subject.subjectId()));
            if (subject.hit()) {
                entries.hit(subject, present);
            } else if (present != null) {
                entries.clear(present);
            }
        }
        changes.keep(entries.changed(), entries.steps());
    }

    private Map<Line, Finding> latest(Collection<CheckedSubject> checked) {
        List<UUID> subjects =
                checked.stream().map(CheckedSubject::subjectId).distinct().toList();
        Map<Line, Finding> latest = new HashMap<>();
        for (Finding finding : findings.ofSubjects(subjects)) {
            latest.put(new Line(finding.code, finding.subjectId), finding);
        }
        return latest;
    }
}

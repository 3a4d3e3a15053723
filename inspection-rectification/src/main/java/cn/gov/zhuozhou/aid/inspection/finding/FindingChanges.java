package cn.gov.zhuozhou.aid.inspection.finding;

import cn.gov.zhuozhou.aid.chassis.event.OutboundEvent;
import cn.gov.zhuozhou.aid.chassis.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/** Writes down and tells what changed, in the transaction of the change. */
@ApplicationScoped
class FindingChanges {
    @Inject
    Findings findings;

    @Inject
    FindingHistory history;

    @Inject
    Outbox outbox;

    /** One event per finding, however many steps it took. */
    void keep(Collection<Finding> changed, List<HistoryEntry> steps) {
        findings.flush();
        if (!steps.isEmpty()) {
            history.add(steps);
        }
        List<OutboundEvent> events = changed.stream()
                .map(FindingChanged::of)
                .map(FindingChanged::toEvent)
                .toList();
        outbox.append(events);
    }
}

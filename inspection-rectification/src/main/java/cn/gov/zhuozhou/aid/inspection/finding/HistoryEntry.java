package cn.gov.zhuozhou.aid.inspection.finding;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** One thing that happened to a line, as it stood afterwards. */
record HistoryEntry(
        UUID findingId,
        long revision,
        Instant at,
        FindingAct act,
        FindingState from,
        FindingState to,
        String ownerUnit,
        LocalDate deadline,
        Actor actor,
        String note,
        List<Reason> reasons) {
    static HistoryEntry of(Finding now, FindingAct act, FindingState from, Actor actor, String note, Instant at) {
        return new HistoryEntry(
                now.id, now.revision, at, act, from, now.state, now.ownerUnit, now.deadline, actor, note, now.reasons);
    }
}

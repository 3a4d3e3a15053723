package cn.gov.zhuozhou.aid.inspection.finding;

import cn.gov.zhuozhou.aid.chassis.event.OutboundEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The state of a line as others follow it: {@code inspection.FindingChanged.v1}. */
record FindingChanged(
        UUID findingId,
        long revision,
        String code,
        FindingState state,
        UUID studentId,
        UUID subjectId,
        String semester,
        String ownerUnit,
        LocalDate deadline,
        Instant openedAt,
        Instant confirmedAt,
        String confirmedBy,
        Instant closedAt,
        String closedBy,
        List<Reason> reasons) {
    static final String TOPIC = "inspection-rectification.finding";
    static final String TYPE = "cn.gov.zhuozhou.aid.inspection.FindingChanged.v1";

    static FindingChanged of(Finding finding) {
        return new FindingChanged(
                finding.id,
                finding.revision,
                finding.code,
                finding.state,
                finding.studentId,
                finding.subjectId,
                finding.semester,
                finding.ownerUnit,
                finding.deadline,
                finding.openedAt,
                finding.confirmedAt,
                finding.confirmedBy,
                finding.closedAt,
                finding.closedBy,
                finding.reasons);
    }

    OutboundEvent toEvent() {
        String key = findingId.toString();
        return new OutboundEvent(TOPIC, key, TYPE, key, revision, this);
    }
}

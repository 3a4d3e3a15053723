package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.event.OutboundEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A list of one school posted for objection.
 *
 * @param firstDay counts as the first working day if it is one
 * @param lastDay the whole of it belongs to the period
 * @param words what it says besides its lines
 * @param requiredDays working days in force when it was posted
 */
record Notice(
        UUID id,
        String semester,
        String schoolCode,
        String schoolName,
        Kind kind,
        LocalDate firstDay,
        LocalDate lastDay,
        State state,
        int lines,
        Words words,
        int requiredDays,
        Instant postedAt,
        long version) {
    enum Kind {
        GENERAL,
        /** Pupils of registered poor households, on a list of their own every semester (S71). */
        REG_POOR
    }

    enum State {
        POSTED,
        CLOSED
    }

    /**
     * @param title the header
     * @param summary on what ground, who, how many
     * @param objectionsTo where and how to object
     */
    record Words(String title, String summary, String objectionsTo) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Told(
            UUID noticeId,
            long revision,
            Kind kind,
            String semester,
            String schoolCode,
            LocalDate firstDay,
            LocalDate lastDay,
            int lines,
            State state,
            Boolean evidenceComplete,
            List<EvidenceGap> evidenceGaps) {}

    Notice closed() {
        return moved(State.CLOSED);
    }

    /** The next version, in the same state: something about it changed. */
    Notice touched() {
        return moved(state);
    }

    private Notice moved(State to) {
        return new Notice(
                id,
                semester,
                schoolCode,
                schoolName,
                kind,
                firstDay,
                lastDay,
                to,
                lines,
                words,
                requiredDays,
                postedAt,
                version + 1);
    }

    OutboundEvent postedEvent() {
        return event("NoticePosted", null);
    }

    /** Told at the end, and again when proof that it hung is handed in later. */
    OutboundEvent closedEvent(List<EvidenceGap> gaps) {
        return event("NoticeClosed", gaps);
    }

    private OutboundEvent event(String what, List<EvidenceGap> gaps) {
        Boolean complete = gaps == null ? null : gaps.isEmpty();
        return new OutboundEvent(
                "student-registry.notice",
                id.toString(),
                "cn.gov.zhuozhou.aid.registry." + what + ".v1",
                id.toString(),
                version,
                new Told(id, version, kind, semester, schoolCode, firstDay, lastDay, lines, state, complete, gaps));
    }
}

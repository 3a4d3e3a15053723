package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.event.OutboundEvent;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A list of one school posted for objection.
 *
 * @param firstDay counts as the first working day if it is one
 * @param lastDay the whole of it belongs to the period
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

    private record Told(
            UUID noticeId,
            long revision,
            Kind kind,
            String semester,
            String schoolCode,
            LocalDate firstDay,
            LocalDate lastDay,
            int lines,
            State state) {}

    Notice closed() {
        return new Notice(
                id, semester, schoolCode, schoolName, kind, firstDay, lastDay, State.CLOSED, lines, version + 1);
    }

    /** NoticePosted or NoticeClosed, after the state. */
    OutboundEvent event() {
        String what = state == State.POSTED ? "NoticePosted" : "NoticeClosed";
        return new OutboundEvent(
                "student-registry.notice",
                id.toString(),
                "cn.gov.zhuozhou.aid.registry." + what + ".v1",
                id.toString(),
                version,
                new Told(id, version, kind, semester, schoolCode, firstDay, lastDay, lines, state));
    }
}

package cn.gov.zhuozhou.aid.accountability.assignment;

import java.time.LocalDate;
import java.util.UUID;

/** Told whenever an assignment changed; carries its whole state. */
record AssignmentChanged(
        UUID assignmentId,
        long revision,
        UUID studentId,
        String schoolCode,
        State state,
        UUID personId,
        String personName,
        String post,
        LocalDate since,
        LocalDate until,
        String reason) {
    static final String TOPIC = "accountability.assignment";
    static final String TYPE = "cn.gov.zhuozhou.aid.accountability.AssignmentChanged.v1";
}

package cn.gov.zhuozhou.aid.accountability.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An assignment as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssignmentView(
        UUID id,
        UUID studentId,
        String studentName,
        String schoolCode,
        String schoolTown,
        State state,
        UUID personId,
        String personName,
        String post,
        LocalDate since,
        LocalDate until,
        String reason,
        String confirmedBy,
        Instant confirmedAt,
        long version) {
    static final String SELECT = """
            select a.id, a.studentId, p.name, a.schoolCode, a.schoolTown, a.state, a.personId, a.personName, a.post,
                   a.since, a.until, a.reason, a.confirmation.confirmedByName,
                   a.confirmation.confirmedAt, a.version
            from Assignment a left join Pupil p on p.studentId = a.studentId""";
}

package cn.gov.zhuozhou.aid.accountability.attendance;

import cn.gov.zhuozhou.aid.accountability.attendance.AbsenceTransitions.Occasion;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One step of a case.
 *
 * @param occasion null for the one that opened it
 * @param onDay when it happened, as far as known
 * @param evidence how this is known; long numbers in it are masked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AbsenceAct(
        Occasion occasion,
        AbsenceState from,
        AbsenceState to,
        LocalDate onDay,
        String evidence,
        String actorName,
        Instant at) {}

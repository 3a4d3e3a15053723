package cn.gov.zhuozhou.aid.accountability.attendance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A person who ought to be at school and is not.
 *
 * @param taskId of the registry's reverse check, which knows who the person is; null for a pupil
 * @param studentId null for a person who is no pupil
 * @param unit who answers for bringing the person back
 * @param stage where the person ought to be
 * @param version the entity tag
 * @param anonymisedOn when its time was over and who it was was taken out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Absence(
        UUID id,
        UUID taskId,
        UUID studentId,
        String unit,
        String schoolCode,
        String town,
        Integer birthYear,
        String stage,
        LocalDate absentSince,
        AbsenceState state,
        Instant openedAt,
        long version,
        LocalDate anonymisedOn) {}

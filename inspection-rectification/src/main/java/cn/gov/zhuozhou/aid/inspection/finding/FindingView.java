package cn.gov.zhuozhou.aid.inspection.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A line of the ledger as callers see it.
 *
 * @param number the line's number in the ledger
 * @param studentName only of pupils the registry has told of
 * @param overdue open and past its deadline on the business clock
 * @param causePresent whether the check still finds it wrong
 * @param confirmedBy who found that the fault is real; null where nobody did
 * @param closedBy SYSTEM, or the id of the person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FindingView(
        UUID id,
        long number,
        String code,
        FindingState state,
        UUID subjectId,
        UUID studentId,
        String studentName,
        String ownerUnit,
        String ownerName,
        String town,
        String semester,
        Instant openedAt,
        LocalDate deadline,
        boolean overdue,
        boolean causePresent,
        String measures,
        Instant closedAt,
        String closedBy,
        List<Reason> reasons,
        long revision,
        Instant confirmedAt,
        String confirmedBy) {}

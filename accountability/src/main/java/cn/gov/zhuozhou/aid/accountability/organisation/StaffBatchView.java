package cn.gov.zhuozhou.aid.accountability.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A staff list as callers see it.
 *
 * @param started posts that began with it
 * @param ended posts that ended with it
 * @param renamed people who got another name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StaffBatchView(
        UUID batchId,
        String source,
        LocalDate asOf,
        StaffBatch.State state,
        UUID jobId,
        String createdBy,
        Instant createdAt,
        Instant finishedAt,
        int rows,
        int accepted,
        int refused,
        int duplicates,
        int started,
        int ended,
        int renamed) {}

package cn.gov.zhuozhou.aid.chassis.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * A job as callers see it.
 *
 * @param state QUEUED, RUNNING, DONE, FAILED or CANCELLED
 * @param attempt more than 1 where the job was taken up again after an interruption
 * @param error a stable code, only of a failed job
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobView(
        UUID id,
        String kind,
        String subject,
        String state,
        long done,
        Long total,
        int attempt,
        String error,
        String createdBy,
        Instant createdAt,
        Instant finishedAt) {
    public boolean finished() {
        return switch (state) {
            case "DONE", "FAILED", "CANCELLED" -> true;
            default -> false;
        };
    }
}

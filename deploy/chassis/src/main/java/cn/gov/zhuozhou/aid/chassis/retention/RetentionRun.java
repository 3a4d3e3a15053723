package cn.gov.zhuozhou.aid.chassis.retention;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One look for what is over.
 *
 * @param state {@code ASKED}, then {@code DONE} or {@code DROPPED}
 * @param items what was counted of each kind
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RetentionRun(
        UUID id,
        String state,
        LocalDate dueOn,
        String reason,
        @JsonIgnore String askedBy,
        String askedName,
        Instant askedAt,
        String decidedName,
        Instant decidedAt,
        List<Item> items) {

    /** @param erased null until it was confirmed */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(String kind, int keepYears, LocalDate cutoff, long due, Long erased) {}
}

package cn.gov.zhuozhou.aid.registry.retention;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How long a kind of record is kept.
 *
 * @param keepYears after the kind's event
 * @param proposal delivered with the software, no decision of the bureau behind it yet
 */
record RetentionRule(
        UUID id, RecordKind kind, LocalDate validFrom, int keepYears, String legalBasis, boolean proposal) {
    /** The first day on which a record may be gone whose event was on a day. */
    LocalDate dueFrom(LocalDate event) {
        return event.plusYears(keepYears).plusDays(1);
    }

    /** The last day of an event whose records may be gone on a day. */
    LocalDate cutoff(LocalDate today) {
        LocalDate event = today.minusYears(keepYears).plusDays(1);
        while (dueFrom(event).isAfter(today)) {
            event = event.minusDays(1);
        }
        return event;
    }
}

package cn.gov.zhuozhou.aid.registry.freshness;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The newest data of a source beside the limit in force today.
 *
 * @param newestAsOf the day the newest data tells of; null where none ever came
 */
public record FeedAge(String source, LocalDate newestAsOf, int limitDays, OnOpening onOpening, LocalDate today) {
    /** What the opening of a semester does about data that is too old. */
    public enum OnOpening {
        WARN,
        REFUSE
    }

    /** Where a source stands; nothing can lean on what never came. */
    public enum State {
        FRESH,
        STALE,
        MISSING
    }

    public State state() {
        if (newestAsOf == null) {
            return State.MISSING;
        }
        return ageDays() > limitDays ? State.STALE : State.FRESH;
    }

    /** Null where none ever came. */
    public Long ageDays() {
        return newestAsOf == null ? null : ChronoUnit.DAYS.between(newestAsOf, today);
    }

    /** The first day the newest data was too old. */
    LocalDate staleSince() {
        return newestAsOf.plusDays(limitDays + 1L);
    }
}

package cn.gov.zhuozhou.aid.accountability.attendance;

import java.time.LocalDate;

/**
 * From when an absence without reason counts (DOMAIN: more than a week, then more than a month; the county's data).
 *
 * @param suspectedDays absent for longer than that: suspected
 * @param dropoutDays suspected for longer than that and not returned: dropout
 */
record Threshold(int suspectedDays, int dropoutDays) {
    boolean isSuspected(LocalDate absentSince, LocalDate today) {
        return today.isAfter(absentSince.plusDays(suspectedDays));
    }

    boolean isDropout(LocalDate absentSince, LocalDate today) {
        return !absentSince.isAfter(dropoutIfAbsentSince(today));
    }

    /** The latest first day of an absence that is a dropout by today. */
    LocalDate dropoutIfAbsentSince(LocalDate today) {
        return today.minusDays((long) suspectedDays + dropoutDays + 1);
    }
}

package cn.gov.zhuozhou.aid.chassis.retention;

import java.time.LocalDate;

/**
 * How long records of a kind are kept from a day on.
 *
 * @param proposal delivered with the software, no decision of the office behind it yet
 */
public record RetentionRule(String kind, LocalDate validFrom, int keepYears, String legalBasis, boolean proposal) {
    /** What ended on this day or before is over today. */
    LocalDate cutoff(LocalDate today) {
        return today.minusYears(keepYears).minusDays(1);
    }
}

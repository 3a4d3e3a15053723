package cn.gov.zhuozhou.aid.disbursement.ledger;

import java.time.LocalDate;

/** A year of the books. Money is accounted for by calendar year and reported by school year; both have to be shown. */
public record BookYear(Basis basis, int year) {
    public enum Basis {
        CALENDAR,
        /** From 1 September; 2018 is the school year 2018/2019. */
        SCHOOL
    }

    public LocalDate from() {
        return basis == Basis.CALENDAR ? LocalDate.of(year, 1, 1) : LocalDate.of(year, 9, 1);
    }

    /** The first day after it. */
    public LocalDate until() {
        return from().plusYears(1);
    }
}

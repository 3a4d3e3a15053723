package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.clock.Semester.Half;
import java.time.LocalDate;
import java.time.MonthDay;

/**
 * By when money has to have arrived.
 *
 * @param awardDays days an award has from its decision, where that is later than the semester's day
 * @param graceDays days since due after which it is a finding
 */
public record PaymentLimit(MonthDay springUntil, MonthDay autumnUntil, int awardDays, int graceDays) {
    /** @param decidedOn null where it is not known */
    LocalDate dueIn(Semester semester, LocalDate decidedOn) {
        LocalDate semestersDay = dueIn(semester);
        return decidedOn == null || decidedOn.plusDays(awardDays).isBefore(semestersDay)
                ? semestersDay
                : decidedOn.plusDays(awardDays);
    }

    /** The day by which a semester is paid in full; an autumn semester's lies in its own year. */
    private LocalDate dueIn(Semester semester) {
        return (semester.half() == Half.SPRING ? springUntil : autumnUntil).atYear(semester.year());
    }

    boolean isOver(LocalDate due, LocalDate today) {
        return today.isAfter(due.plusDays(graceDays));
    }
}

package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.clock.Semester.Half;
import java.time.LocalDate;
import java.time.MonthDay;

/**
 * By when money has to have arrived.
 *
 * @param graceDays days since due after which it is a finding
 */
public record PaymentLimit(MonthDay springUntil, MonthDay autumnUntil, int graceDays) {
    /** The day by which a semester is paid in full; an autumn semester's lies in its own year. */
    LocalDate dueIn(Semester semester) {
        return (semester.half() == Half.SPRING ? springUntil : autumnUntil).atYear(semester.year());
    }

    boolean isOver(LocalDate due, LocalDate today) {
        return today.isAfter(due.plusDays(graceDays));
    }
}

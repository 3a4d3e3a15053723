package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import java.time.LocalDate;

/**
 * The business day a check is made.
 *
 * @param openingDays days a semester's opening may take from its first day
 */
public record Moment(LocalDate today, Semester semester, int openingDays) {
    boolean openingIsOver() {
        return !today.isBefore(semester.firstDay().plusDays(openingDays));
    }
}

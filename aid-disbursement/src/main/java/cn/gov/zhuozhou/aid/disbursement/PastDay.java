package cn.gov.zhuozhou.aid.disbursement;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import java.time.LocalDate;

/** What is recorded has happened. */
public final class PastDay {
    private PastDay() {}

    /** Ends the request where the day is yet to come. */
    public static void require(LocalDate day, BusinessClock clock) {
        if (day.isAfter(clock.today())) {
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS, Text.of("日期不得晚于今天。", "The day must not be after today."));
        }
    }
}

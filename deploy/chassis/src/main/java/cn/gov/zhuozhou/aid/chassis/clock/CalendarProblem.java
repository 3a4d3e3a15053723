package cn.gov.zhuozhou.aid.chassis.clock;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why the working-day calendar refuses. */
public enum CalendarProblem implements ProblemKind {
    @Answers(status = 422, zh = "该年放假安排尚未录入", en = "The holidays of that year have not been entered")
    CALENDAR_YEAR_MISSING,

    @Answers(status = 400, zh = "日期与该年放假安排不符", en = "A day does not fit into that year's arrangement")
    CALENDAR_DAY_INVALID
}

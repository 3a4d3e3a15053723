package cn.gov.zhuozhou.aid.accountability.attendance;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Kinds of problem dropout control answers with. */
enum AttendanceProblem implements ProblemKind {
    @Answers(status = 422, zh = "缺勤时间未达到疑似辍学的天数", en = "The absence is too short to be suspected dropout")
    ABSENCE_TOO_SHORT,

    @Answers(status = 409, zh = "该生已有未了结的缺勤记录", en = "The pupil has an absence that is not at an end")
    ABSENCE_OPEN,

    @Answers(status = 422, zh = "发生日期不得早于缺勤开始日或晚于今天", en = "The day lies before the absence or after today")
    DAY_NOT_VALID
}

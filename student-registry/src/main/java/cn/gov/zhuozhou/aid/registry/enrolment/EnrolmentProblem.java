package cn.gov.zhuozhou.aid.registry.enrolment;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a change of enrolment is refused. */
enum EnrolmentProblem implements ProblemKind {
    @Answers(status = 422, zh = "学校标识码不在本县学校名单中", en = "No school of the county has this code")
    UNKNOWN_SCHOOL,

    @Answers(status = 422, zh = "学籍状态不能这样变动，或没有任何变动", en = "The states cannot follow each other, or nothing changes")
    STEP_NOT_POSSIBLE,

    @Answers(status = 422, zh = "变动日期不得晚于今天", en = "The day must not be in the future")
    DAY_IN_THE_FUTURE,

    @Answers(status = 409, zh = "该日期之后已有学籍变动记录", en = "A later change is recorded already")
    LATER_CHANGE_KNOWN
}

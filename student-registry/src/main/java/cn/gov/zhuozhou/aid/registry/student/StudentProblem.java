package cn.gov.zhuozhou.aid.registry.student;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a request about a pupil is refused. */
enum StudentProblem implements ProblemKind {
    @Answers(status = 409, zh = "该生本学期已列为学困学生", en = "The pupil is listed as struggling already")
    ALREADY_STRUGGLING,

    @Answers(status = 409, zh = "该生目前未列为学困学生", en = "The pupil is not listed as struggling")
    NOT_STRUGGLING,

    @Answers(status = 409, zh = "该记录已并入另一条记录", en = "The record was merged into another one")
    MERGED_AWAY
}

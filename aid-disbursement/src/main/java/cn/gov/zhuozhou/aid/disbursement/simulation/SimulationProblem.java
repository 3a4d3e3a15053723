package cn.gov.zhuozhou.aid.disbursement.simulation;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Refusals of simulations. */
enum SimulationProblem implements ProblemKind {
    @Answers(status = 422, zh = "该学期没有可用的资助政策", en = "There is no policy set for the semester")
    NO_POLICY,

    @Answers(status = 422, zh = "名单中的学生须属同一学期且不得重复", en = "The pupils listed are of one semester, each once")
    LIST_MIXED,

    @Answers(status = 409, zh = "该推演尚未完成", en = "The what-if is not finished")
    WHAT_IF_UNFINISHED,

    @Answers(status = 422, zh = "学籍认定服务未提供该推演", en = "The registry does not show this what-if")
    WHAT_IF_NOT_SHOWN
}

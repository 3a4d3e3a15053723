package cn.gov.zhuozhou.aid.inspection.finding;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Kinds of problem the ledger answers with. */
enum FindingProblem implements ProblemKind {
    @Answers(status = 403, zh = "只有责任单位的上级可以销号", en = "Only somebody above the responsible unit may close it")
    ONLY_ABOVE_MAY_CLOSE,

    @Answers(status = 403, zh = "只有责任单位的上级可以核实", en = "Only somebody above the responsible unit may confirm it")
    ONLY_ABOVE_MAY_CONFIRM,

    @Answers(status = 409, zh = "该问题已核实", en = "It is confirmed already")
    CONFIRMED_ALREADY,

    @Answers(status = 409, zh = "台账当前状态不允许此操作", en = "The line's present state does not allow this")
    ACT_NOT_ALLOWED_NOW
}

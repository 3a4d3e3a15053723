package cn.gov.zhuozhou.aid.registry.revocation;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a request about false statements is refused. */
enum RevocationProblem implements ProblemKind {
    @Answers(
            status = 422,
            zh = "学期范围应按先后顺序且不晚于当前学期",
            en = "The semesters must be in order and none later than the present one")
    SEMESTERS_NOT_VALID,

    @Answers(status = 409, zh = "该生已有待核实的情况", en = "A finding about the pupil waits for a decision")
    FINDING_OPEN,

    @Answers(status = 409, zh = "该情况已处理", en = "The finding has been decided")
    FINDING_DECIDED
}

package cn.gov.zhuozhou.aid.registry.completeness;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Kinds of problem about proofs of completeness. */
enum CompletenessProblem implements ProblemKind {
    @Answers(status = 422, zh = "只能对已开启的学期出具", en = "Proofs are made for the open semester only")
    NOT_THE_OPEN_SEMESTER
}

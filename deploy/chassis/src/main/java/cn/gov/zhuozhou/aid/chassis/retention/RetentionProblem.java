package cn.gov.zhuozhou.aid.chassis.retention;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Refusals that concern how long something is kept. */
enum RetentionProblem implements ProblemKind {
    @Answers(status = 422, zh = "保存期限的规定不能追溯", en = "A rule begins today or later")
    RULE_NOT_AHEAD,

    @Answers(status = 409, zh = "已有一次清除等待确认", en = "Another erasure waits for its confirmation")
    RUN_OPEN
}

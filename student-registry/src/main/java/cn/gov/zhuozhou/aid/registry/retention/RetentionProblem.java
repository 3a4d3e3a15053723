package cn.gov.zhuozhou.aid.registry.retention;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a request about retention is refused. */
enum RetentionProblem implements ProblemKind {
    @Answers(status = 409, zh = "该类记录同日已有生效的期限", en = "A rule of that kind and day exists already")
    RULE_DAY_TAKEN,

    @Answers(status = 422, zh = "期限的生效日期不得早于今天", en = "A rule begins today or later")
    RULE_NOT_AHEAD,

    @Answers(status = 409, zh = "已有一次销毁正在办理", en = "Another erasure is under way")
    RUN_OPEN,

    @Answers(status = 409, zh = "该对象已被暂缓销毁", en = "It is held already")
    HELD_ALREADY,

    @Answers(status = 409, zh = "暂缓已解除", en = "The hold has been lifted")
    HOLD_LIFTED
}

package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a request about identifications is refused. */
enum IdentificationProblem implements ProblemKind {
    @Answers(status = 409, zh = "该学期已开启", en = "This semester has been opened already")
    SEMESTER_ALREADY_OPENED,

    @Answers(status = 409, zh = "另一学期正在开启", en = "Another semester is being opened")
    ANOTHER_SEMESTER_OPENING,

    @Answers(status = 409, zh = "没有已开启的学期", en = "No semester is open")
    NO_SEMESTER_OPEN,

    @Answers(status = 422, zh = "该学期没有可用的认定规则", en = "No rule set is in force for this semester")
    NO_RULE_SET,

    @Answers(status = 409, zh = "规则已批准,只能另拟新版本", en = "The rule set is approved; only a new version can be drafted")
    RULE_SET_APPROVED,

    @Answers(status = 422, zh = "规则不完整或自相矛盾", en = "The rule set is incomplete or contradicts itself")
    RULE_SET_UNSOUND,

    @Answers(status = 400, zh = "学期代码应形如 2019-spring", en = "A semester is written like 2019-spring")
    NOT_A_SEMESTER
}

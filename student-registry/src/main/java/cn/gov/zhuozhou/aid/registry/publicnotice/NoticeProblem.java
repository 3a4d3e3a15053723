package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a request about public notices is refused. */
enum NoticeProblem implements ProblemKind {
    @Answers(status = 422, zh = "没有可公示的名单", en = "There is nothing to post")
    NOTHING_TO_POST,

    @Answers(status = 409, zh = "公示已结束", en = "The notice has ended")
    NOTICE_CLOSED,

    @Answers(status = 409, zh = "该行已暂停或已不在公示中", en = "The line is suspended or no longer on notice")
    LINE_NOT_LISTED,

    @Answers(status = 409, zh = "该异议已答复", en = "The objection has been answered")
    OBJECTION_ANSWERED
}

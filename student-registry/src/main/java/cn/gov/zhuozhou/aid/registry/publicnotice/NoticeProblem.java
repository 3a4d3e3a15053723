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

    @Answers(status = 409, zh = "该公示没有可撤下的网页", en = "The notice has no page to take down")
    PAGE_NOT_UP,

    @Answers(status = 409, zh = "尚未作出书面答复", en = "There is no written answer yet")
    NOT_ANSWERED,

    @Answers(status = 422, zh = "拍摄日期不在公示期内", en = "The photo was not taken during the notice")
    EVIDENCE_DATE,

    @Answers(status = 422, zh = "文件已加密或损坏，无法检查是否含个人敏感信息", en = "The file is locked or broken and cannot be checked")
    UNREADABLE_FOR_CHECK,

    @Answers(status = 422, zh = "内容含疑似个人敏感信息，不得公示", en = "It seems to hold personal numbers and may not be posted")
    PRIVATE_DATA_IN_NOTICE
}

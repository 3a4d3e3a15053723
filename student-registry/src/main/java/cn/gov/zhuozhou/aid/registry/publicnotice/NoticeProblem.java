package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a request about public notices is refused. */
enum NoticeProblem implements ProblemKind {
    NOTHING_TO_POST(422, "没有可公示的名单", "There is nothing to post"),
    NOTICE_CLOSED(409, "公示已结束", "The notice has ended"),
    LINE_NOT_LISTED(409, "该行已暂停或已不在公示中", "The line is suspended or no longer on notice"),
    OBJECTION_ANSWERED(409, "该异议已答复", "The objection has been answered");

    private final int status;
    private final Text title;

    NoticeProblem(int status, String zh, String en) {
        this.status = status;
        this.title = new Text(zh, en);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text title() {
        return title;
    }
}

package cn.gov.zhuozhou.aid.chassis.attachment;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a file is not taken. */
enum AttachmentProblem implements ProblemKind {
    ATTACHMENT_KIND(415, "不接收这种文件", "Files of this kind are not taken"),
    ATTACHMENT_BROKEN(422, "文件不完整或已损坏", "The file is broken or incomplete");

    private final int status;
    private final Text title;

    AttachmentProblem(int status, String zh, String en) {
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

package cn.gov.zhuozhou.aid.chassis.attachment;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a file is not taken. */
enum AttachmentProblem implements ProblemKind {
    @Answers(status = 415, zh = "不接收这种文件", en = "Files of this kind are not taken")
    ATTACHMENT_KIND,

    @Answers(status = 422, zh = "文件不完整或已损坏", en = "The file is broken or incomplete")
    ATTACHMENT_BROKEN
}

package cn.gov.zhuozhou.aid.registry.duplicate;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why two records are not brought together. */
enum MergeProblem implements ProblemKind {
    @Answers(status = 422, zh = "两条记录是同一条", en = "Both are the same record")
    SAME_RECORD,

    @Answers(status = 409, zh = "其中一条记录已并入别的记录", en = "One of the records was merged already")
    ALREADY_MERGED,

    @Answers(status = 409, zh = "被并入的记录自己已并入过别的记录，请先撤销", en = "The record to go has absorbed another; undo that first")
    ABSORBS_OTHERS,

    @Answers(status = 409, zh = "该记录已有待确认的合并", en = "A merge of this record is waiting already")
    ASKED_ALREADY,

    @Answers(status = 422, zh = "两条记录的姓名和证件号码都不相同", en = "Neither name nor identity number agree")
    NOTHING_IN_COMMON,

    /** Removing a pupil needs review and notice (S70), so that cannot be done in passing. */
    @Answers(
            status = 422,
            zh = "两条记录本学期均已认定；请先按程序取消其中一条的认定，再合并",
            en = "Both are identified this semester; take one off the list by the procedure first")
    BOTH_IDENTIFIED,

    @Answers(status = 422, zh = "被并入的记录本学期已认定；请保留已认定的那条", en = "Keep the record that is identified this semester")
    SURVIVOR_NOT_IDENTIFIED
}

package cn.gov.zhuozhou.aid.registry.duplicate;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why two records are not brought together. */
enum MergeProblem implements ProblemKind {
    SAME_RECORD(422, "两条记录是同一条", "Both are the same record"),
    ALREADY_MERGED(409, "其中一条记录已并入别的记录", "One of the records was merged already"),
    ABSORBS_OTHERS(409, "被并入的记录自己已并入过别的记录，请先撤销", "The record to go has absorbed another; undo that first"),
    ASKED_ALREADY(409, "该记录已有待确认的合并", "A merge of this record is waiting already"),
    NOTHING_IN_COMMON(422, "两条记录的姓名和证件号码都不相同", "Neither name nor identity number agree"),
    /** Removing a pupil needs review and notice (S70), so that cannot be done in passing. */
    BOTH_IDENTIFIED(
            422,
            "两条记录本学期均已认定；请先按程序取消其中一条的认定，再合并",
            "Both are identified this semester; take one off the list by the procedure first"),
    SURVIVOR_NOT_IDENTIFIED(422, "被并入的记录本学期已认定；请保留已认定的那条", "Keep the record that is identified this semester");

    private final int status;
    private final Text title;

    MergeProblem(int status, String zh, String en) {
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

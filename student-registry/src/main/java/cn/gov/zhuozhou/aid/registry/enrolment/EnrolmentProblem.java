package cn.gov.zhuozhou.aid.registry.enrolment;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a change of enrolment is refused. */
enum EnrolmentProblem implements ProblemKind {
    UNKNOWN_SCHOOL(422, "学校标识码不在本县学校名单中", "No school of the county has this code"),
    STEP_NOT_POSSIBLE(422, "学籍状态不能这样变动，或没有任何变动", "The states cannot follow each other, or nothing changes"),
    DAY_IN_THE_FUTURE(422, "变动日期不得晚于今天", "The day must not be in the future"),
    LATER_CHANGE_KNOWN(409, "该日期之后已有学籍变动记录", "A later change is recorded already"),
    MERGED_AWAY(409, "该记录已并入另一条记录", "The record was merged into another one");

    private final int status;
    private final Text title;

    EnrolmentProblem(int status, String zh, String en) {
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

package cn.gov.zhuozhou.aid.inspection.finding;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Kinds of problem the ledger answers with. */
enum FindingProblem implements ProblemKind {
    ONLY_ABOVE_MAY_CLOSE(403, "只有责任单位的上级可以销号", "Only somebody above the responsible unit may close it"),
    ACT_NOT_ALLOWED_NOW(409, "台账当前状态不允许此操作", "The line's present state does not allow this");

    private final int status;
    private final Text title;

    FindingProblem(int status, String zh, String en) {
        this.status = status;
        this.title = Text.of(zh, en);
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

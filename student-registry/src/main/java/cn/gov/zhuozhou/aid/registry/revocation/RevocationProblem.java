package cn.gov.zhuozhou.aid.registry.revocation;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a request about false statements is refused. */
enum RevocationProblem implements ProblemKind {
    SEMESTERS_NOT_VALID(
            422, "学期范围应按先后顺序且不晚于当前学期", "The semesters must be in order and none later than the present one"),
    FINDING_OPEN(409, "该生已有待核实的情况", "A finding about the pupil waits for a decision"),
    FINDING_DECIDED(409, "该情况已处理", "The finding has been decided");

    private final int status;
    private final Text title;

    RevocationProblem(int status, String zh, String en) {
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

package cn.gov.zhuozhou.aid.registry.completeness;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Kinds of problem about proofs of completeness. */
enum CompletenessProblem implements ProblemKind {
    NOT_THE_OPEN_SEMESTER(422, "只能对已开启的学期出具", "Proofs are made for the open semester only");

    private final int status;
    private final Text title;

    CompletenessProblem(int status, String zh, String en) {
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

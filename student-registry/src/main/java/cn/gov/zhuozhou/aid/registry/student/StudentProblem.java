package cn.gov.zhuozhou.aid.registry.student;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a request about a pupil is refused. */
enum StudentProblem implements ProblemKind {
    ALREADY_STRUGGLING(409, "该生本学期已列为学困学生", "The pupil is listed as struggling already"),
    NOT_STRUGGLING(409, "该生目前未列为学困学生", "The pupil is not listed as struggling"),
    MERGED_AWAY(409, "该记录已并入另一条记录", "The record was merged into another one");

    private final int status;
    private final Text title;

    StudentProblem(int status, String zh, String en) {
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

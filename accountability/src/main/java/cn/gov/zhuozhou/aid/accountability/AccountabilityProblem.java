package cn.gov.zhuozhou.aid.accountability;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Kinds of problem only this service answers with. */
public enum AccountabilityProblem implements ProblemKind {
    WRONG_AS_OF(400, "asOf 不正确", "asOf is wrong"),
    UNREADABLE_TABLE(422, "无法读取所上传的文件", "The uploaded file cannot be read"),
    STAFF_LIST_OUTDATED(409, "已有更新的教职工名单", "A newer staff list is in force"),
    PERSON_NOT_OF_SCHOOL(422, "责任人须为学生所在学校的在岗人员", "The person holds no post at the pupil's school");

    private final int status;
    private final Text title;

    AccountabilityProblem(int status, String zh, String en) {
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

package cn.gov.zhuozhou.aid.accountability;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Kinds of problem only this service answers with. */
public enum AccountabilityProblem implements ProblemKind {
    @Answers(status = 400, zh = "asOf 不正确", en = "asOf is wrong")
    WRONG_AS_OF,

    @Answers(status = 422, zh = "无法读取所上传的文件", en = "The uploaded file cannot be read")
    UNREADABLE_TABLE,

    @Answers(status = 409, zh = "已有更新的教职工名单", en = "A newer staff list is in force")
    STAFF_LIST_OUTDATED,

    @Answers(status = 422, zh = "责任人须为学生所在学校的在岗人员", en = "The person holds no post at the pupil's school")
    PERSON_NOT_OF_SCHOOL
}

package cn.gov.zhuozhou.aid.disbursement.university;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Refusals that concern the way to university. */
enum UniversityProblem implements ProblemKind {
    @Answers(status = 422, zh = "不符合申请条件", en = "The conditions are not met")
    APPLICATION_REFUSED,

    @Answers(status = 422, zh = "没有该高校", en = "There is no such university")
    UNIVERSITY_UNKNOWN,

    @Answers(status = 422, zh = "该项目由本县发放，不由高校发放", en = "The programme is paid by the county, not by a university")
    PAID_BY_THE_COUNTY,

    @Answers(status = 422, zh = "缺少录取通知书等证明", en = "The admission letter or another proof is missing")
    PROOF_MISSING,

    @Answers(status = 422, zh = "学校名额已用完", en = "The school's quota is used up")
    QUOTA_USED,

    @Answers(status = 409, zh = "已登记", en = "It is entered already")
    ALREADY_ENTERED
}

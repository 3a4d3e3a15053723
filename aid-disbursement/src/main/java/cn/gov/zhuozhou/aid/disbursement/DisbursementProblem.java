package cn.gov.zhuozhou.aid.disbursement;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Refusals of this service beyond the common ones. */
public enum DisbursementProblem implements ProblemKind {
    @Answers(status = 409, zh = "该资助不处于待审批状态", en = "The award is not waiting for approval")
    AWARD_NOT_PROPOSED,

    @Answers(status = 422, zh = "该申请当前不能批准", en = "What is applied for cannot be granted now")
    NOT_GRANTED,

    @Answers(status = 409, zh = "该资助尚未批准", en = "The award is not approved")
    AWARD_NOT_APPROVED,

    @Answers(status = 422, zh = "超过尚未追回的金额", en = "More than is still owed")
    MORE_THAN_OWED,

    @Answers(status = 422, zh = "未规定可从后续资助中抵扣", en = "Nothing allows setting it against later aid")
    OFFSET_NOT_ALLOWED,

    @Answers(status = 422, zh = "该资助没有足额的待发金额可供抵扣", en = "That award has not enough left to pay")
    NOTHING_TO_OFFSET_AGAINST,

    @Answers(status = 422, zh = "名额已满，按困难程度排序等待", en = "The quota is reached; it waits in order of hardship")
    QUOTA_REACHED,

    @Answers(status = 422, zh = "该项目没有名额规则", en = "The programme has no quota rule")
    NO_QUOTA_RULE,

    @Answers(status = 422, zh = "该校没有相应学段的在籍学生", en = "The school has no pupils of these stages")
    NO_PUPILS_OF_THE_STAGE,

    @Answers(status = 409, zh = "该校已有待审批的名额", en = "A quota of this school waits for a decision already")
    QUOTA_PROPOSED_ALREADY
}

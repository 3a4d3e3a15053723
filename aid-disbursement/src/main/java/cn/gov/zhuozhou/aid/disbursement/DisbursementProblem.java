package cn.gov.zhuozhou.aid.disbursement;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Refusals of this service beyond the common ones. */
public enum DisbursementProblem implements ProblemKind {
    @Answers(status = 409, zh = "该资助不处于待审批状态", en = "The award is not waiting for approval")
    AWARD_NOT_PROPOSED,

    @Answers(status = 409, zh = "该资助尚未批准", en = "The award is not approved")
    AWARD_NOT_APPROVED
}

package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Refusals about policy sets. */
enum PolicyProblem implements ProblemKind {
    @Answers(status = 409, zh = "该资助政策版本的当前状态不允许此操作", en = "The policy set is not in a state that allows this")
    POLICY_STATE,

    @Answers(status = 422, zh = "该资助政策版本尚有问题，须先改正", en = "The policy set has problems that have to be mended first")
    POLICY_UNSOUND,

    @Answers(status = 422, zh = "不得自已经过去的学期起生效", en = "A policy set does not begin in a semester that is over")
    POLICY_BEGINS_IN_THE_PAST,

    @Answers(status = 422, zh = "工作簿中有不符合要求的行", en = "Some rows of the workbook do not meet the requirements")
    WORKBOOK_ROWS_REFUSED,

    @Answers(status = 400, zh = "文件不是资助政策工作簿", en = "The file is not a policy workbook")
    NOT_A_POLICY_WORKBOOK
}

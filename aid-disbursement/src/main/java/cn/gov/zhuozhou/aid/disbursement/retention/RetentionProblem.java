package cn.gov.zhuozhou.aid.disbursement.retention;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Refusals that concern how long numbers are kept. */
enum RetentionProblem implements ProblemKind {
    @Answers(status = 422, zh = "发放清单至少保存三十年", en = "Payment lists are kept for thirty years at least")
    PAYMENT_LIST_KEPT
}

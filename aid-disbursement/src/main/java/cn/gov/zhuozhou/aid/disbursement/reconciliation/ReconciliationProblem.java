package cn.gov.zhuozhou.aid.disbursement.reconciliation;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a request about reconciliations is refused. */
enum ReconciliationProblem implements ProblemKind {
    @Answers(status = 409, zh = "该批次尚未冻结", en = "The batch is not frozen")
    BATCH_NOT_FROZEN,

    @Answers(status = 422, zh = "没有这种表头对应", en = "There is no such mapping")
    MAPPING_UNKNOWN,

    @Answers(status = 422, zh = "须有姓名、银行账号、金额", en = "It needs name, account and amount")
    MAPPING_UNUSABLE,

    @Answers(status = 400, zh = "文件无法读取", en = "The file cannot be read")
    SHEET_UNREADABLE
}

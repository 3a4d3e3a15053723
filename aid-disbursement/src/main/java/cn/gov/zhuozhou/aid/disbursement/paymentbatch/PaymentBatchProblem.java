package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Refusals of payment batches. */
enum PaymentBatchProblem implements ProblemKind {
    @Answers(status = 422, zh = "批次中没有可支付的明细", en = "The batch has nothing to pay")
    NOTHING_TO_PAY,

    @Answers(status = 422, zh = "存在没有公示依据的明细", en = "Some lines have no public notice behind them")
    NOTICE_MISSING,

    @Answers(status = 422, zh = "该金额所需的审批尚未齐备", en = "Approvals this amount needs are missing")
    APPROVALS_MISSING,

    @Answers(status = 422, zh = "该金额不需要此项审批", en = "This amount does not need that approval")
    APPROVAL_NOT_NEEDED,

    @Answers(status = 409, zh = "收款银行的行号尚未录入", en = "A bank's line number has not been entered")
    BANK_NUMBER_MISSING,

    @Answers(status = 409, zh = "有收款账户在冻结后失效，请作废并重新生成批次", en = "Accounts are not valid any more; void the batch")
    ACCOUNTS_CHANGED,

    @Answers(status = 409, zh = "尚有明细未支付或未退回处理完毕", en = "Some lines are neither paid nor written back")
    LINES_OPEN,

    @Answers(status = 409, zh = "批次与账簿不一致", en = "Batch and books differ")
    BOOKS_DIFFER,

    @Answers(status = 409, zh = "资助决定、明细、银行与账簿尚不一致", en = "Awards, lines, bank and books do not agree yet")
    NOT_IN_AGREEMENT,

    @Answers(status = 409, zh = "该明细不是退回待处理状态", en = "The line is not one that came back and waits")
    LINE_NOT_RETURNED,

    @Answers(status = 409, zh = "付款单位账户尚未配置", en = "The paying unit's account is not configured")
    PAYING_UNIT_MISSING,

    @Answers(status = 409, zh = "批次尚未送银行", en = "The batch has not been handed to the bank")
    NOT_SENT,

    @Answers(
            status = 409,
            zh = "该批次有账号保存期满，已清除，不能再生成文件",
            en = "Account numbers of this batch were erased when their time was over: its file cannot be made again")
    NUMBERS_ERASED
}

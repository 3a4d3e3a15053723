package cn.gov.zhuozhou.aid.disbursement.feereceipt;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a request about receipts of fees is refused. */
public enum FeeReceiptProblem implements ProblemKind {
    @Answers(status = 409, zh = "该校该收据号已登记", en = "This receipt number of the school is recorded already")
    RECEIPT_EXISTS,

    @Answers(status = 422, zh = "该生不是该校学生", en = "The pupil is not one of this school")
    NOT_OF_THE_SCHOOL,

    @Answers(status = 422, zh = "退费超过尚未退还的金额", en = "More is given back than is left of the receipt")
    MORE_THAN_TAKEN,

    @Answers(status = 422, zh = "收据只能整张作废，且未退过费", en = "A receipt is void as a whole, or not at all")
    VOID_AS_A_WHOLE,

    @Answers(status = 422, zh = "退费日期早于收费日期", en = "It is given back before it was taken")
    BEFORE_IT_WAS_TAKEN
}

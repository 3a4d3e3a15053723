package cn.gov.zhuozhou.aid.disbursement.funding;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a request about funds is refused. */
public enum FundingProblem implements ProblemKind {
    @Answers(status = 422, zh = "资金不足", en = "There is not enough money")
    FUNDS_MISSING,

    @Answers(status = 422, zh = "超过资金来源的额度", en = "It is beyond what its source may give")
    BEYOND_SOURCE_QUOTA,

    @Answers(status = 409, zh = "没有该来源或项目，或已有待确认的额度", en = "No such source or programme, or a quota waits already")
    QUOTA_NOT_PROPOSED,

    @Answers(status = 422, zh = "没有该资金来源，或已停用", en = "There is no such source of funds, or it is closed")
    SOURCE_UNKNOWN,

    @Answers(status = 422, zh = "没有该项目", en = "There is no such programme")
    PROGRAMME_UNKNOWN,

    @Answers(status = 422, zh = "该学期政策未规定资金分担", en = "Policy does not say who bears this programme in that semester")
    SHARES_UNKNOWN,

    @Answers(status = 409, zh = "该批次的资金已冻结", en = "Money is reserved for this batch already")
    RESERVED_ALREADY,

    @Answers(status = 422, zh = "超过该批次在此环节的金额", en = "More than the batch has at this point")
    MORE_THAN_STANDS_THERE,

    @Answers(status = 409, zh = "该文号的资金已登记", en = "This document's money is entered already")
    DOCUMENT_ENTERED,

    @Answers(status = 409, zh = "该年度结转已登记", en = "The carry-over of this year is entered already")
    CARRIED_OVER_ALREADY,

    @Answers(status = 422, zh = "年度尚未结束", en = "The year is not over")
    YEAR_NOT_OVER,

    @Answers(status = 422, zh = "账面与上报结转不符，须说明原因", en = "Books and report differ: say why")
    DIFFERENCE_UNEXPLAINED,

    @Answers(status = 409, zh = "登记后账面结余已变化", en = "What the books show has changed since it was entered")
    BOOKS_CHANGED,

    @Answers(status = 409, zh = "已有同样代码的资金来源", en = "There is a source with this code")
    SOURCE_EXISTS,

    @Answers(status = 409, zh = "该年度起的规则已存在", en = "There is a rule from that year already")
    TERM_EXISTS
}

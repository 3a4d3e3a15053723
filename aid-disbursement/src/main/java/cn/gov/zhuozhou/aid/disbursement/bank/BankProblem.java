package cn.gov.zhuozhou.aid.disbursement.bank;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a request about bank files is refused. */
enum BankProblem implements ProblemKind {
    @Answers(status = 422, zh = "没有这种文件格式", en = "There is no such layout")
    LAYOUT_UNKNOWN,

    @Answers(status = 422, zh = "该格式不能使用", en = "The layout cannot be used")
    LAYOUT_UNUSABLE,

    @Answers(status = 422, zh = "有明细不能按该格式写入", en = "Some lines cannot be written in this layout")
    LINES_UNWRITABLE,

    @Answers(status = 400, zh = "回盘文件无法读取", en = "The return file cannot be read")
    RETURN_UNREADABLE,

    @Answers(status = 409, zh = "该回盘文件已经收过", en = "This return file was taken before")
    RETURN_REPEATED,

    @Answers(status = 422, zh = "回盘文件的合计与明细不符", en = "The file's totals are not those of its rows")
    RETURN_TOTALS_WRONG,

    @Answers(status = 422, zh = "没有这种退回原因", en = "There is no such reason of return")
    REASON_UNKNOWN
}

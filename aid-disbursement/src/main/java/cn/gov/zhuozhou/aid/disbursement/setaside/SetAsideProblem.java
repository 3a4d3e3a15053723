package cn.gov.zhuozhou.aid.disbursement.setaside;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a request about money set aside is refused. */
public enum SetAsideProblem implements ProblemKind {
    @Answers(status = 409, zh = "该校该年度已登记", en = "This school's year is entered already")
    YEAR_ENTERED,

    @Answers(status = 422, zh = "学校性质与学籍系统登记的不一致", en = "The registry knows the school as one of another kind")
    SCHOOL_DIFFERS,

    @Answers(status = 422, zh = "使用金额超过提取金额", en = "More is used than was set aside")
    MORE_THAN_SET_ASIDE,

    @Answers(status = 409, zh = "该笔使用已冲回", en = "This use is taken back already")
    TAKEN_BACK_ALREADY,

    @Answers(status = 409, zh = "该年度起的比例已存在", en = "There is a rate from that year already")
    RATE_EXISTS
}

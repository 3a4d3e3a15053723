package cn.gov.zhuozhou.aid.registry.freshness;

import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Kinds of problem about the age of data. */
public enum FreshnessProblem implements ProblemKind {
    @Answers(status = 422, zh = "数据来源已过期，须先更新", en = "Data of a source is too old and has to be renewed first")
    FEEDS_STALE,

    @Answers(status = 422, zh = "生效日期不得早于今天", en = "The first day must not lie in the past")
    FIRST_DAY_PAST,

    @Answers(status = 409, zh = "该来源在该日期已有时限", en = "A limit of this source from this day on exists already")
    LIMIT_SET_ALREADY
}

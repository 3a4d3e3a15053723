package cn.gov.zhuozhou.aid.registry.freshness;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Kinds of problem about the age of data. */
public enum FreshnessProblem implements ProblemKind {
    FEEDS_STALE(422, "数据来源已过期，须先更新", "Data of a source is too old and has to be renewed first"),
    FIRST_DAY_PAST(422, "生效日期不得早于今天", "The first day must not lie in the past"),
    LIMIT_SET_ALREADY(409, "该来源在该日期已有时限", "A limit of this source from this day on exists already");

    private final int status;
    private final Text title;

    FreshnessProblem(int status, String zh, String en) {
        this.status = status;
        this.title = new Text(zh, en);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text title() {
        return title;
    }
}

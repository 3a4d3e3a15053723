package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Why a request about identifications is refused. */
enum IdentificationProblem implements ProblemKind {
    SEMESTER_ALREADY_OPENED(409, "该学期已开启", "This semester has been opened already"),
    ANOTHER_SEMESTER_OPENING(409, "另一学期正在开启", "Another semester is being opened"),
    NO_SEMESTER_OPEN(409, "没有已开启的学期", "No semester is open"),
    NO_RULE_SET(422, "该学期没有可用的认定规则", "No rule set is in force for this semester"),
    RULE_SET_APPROVED(409, "规则已批准,只能另拟新版本", "The rule set is approved; only a new version can be drafted"),
    RULE_SET_UNSOUND(422, "规则不完整或自相矛盾", "The rule set is incomplete or contradicts itself"),
    NOT_A_SEMESTER(400, "学期代码应形如 2019-spring", "A semester is written like 2019-spring");

    private final int status;
    private final Text title;

    IdentificationProblem(int status, String zh, String en) {
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

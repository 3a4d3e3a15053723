package cn.gov.zhuozhou.aid.disbursement;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;

/** Refusals of this service beyond the common ones. */
public enum DisbursementProblem implements ProblemKind {
    AWARD_NOT_PROPOSED(409, "该资助不处于待审批状态", "The award is not waiting for approval"),
    AWARD_NOT_APPROVED(409, "该资助尚未批准", "The award is not approved"),
    RATE_KEY_UNKNOWN(422, "没有规则使用该项目与档次", "No rule uses this programme and key"),
    RATE_EXISTS(409, "该学期已有此标准", "This rate has a value from that semester already"),
    RATE_IN_USE(422, "该学期起已有资助按现行标准核定", "Awards from that semester on rest on the present rate");

    private final int status;
    private final Text title;

    DisbursementProblem(int status, String zh, String en) {
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

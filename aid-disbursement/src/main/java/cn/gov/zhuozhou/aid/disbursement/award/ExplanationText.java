package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;

/** An explanation as a page of plain Chinese. */
record ExplanationText(Explanation explained, ZoneId zone) {
    String plain() {
        AwardFacts award = explained.award();
        var text = new StringBuilder("资助说明\n\n");
        line(text, "项目", award.programmeName() + "（" + award.programme() + "）");
        line(text, "学期", semester(award.semester()));
        line(text, "金额", award.amountFen() == null ? "按学校实际收费标准减免" : yuan(award.amountFen()));
        line(text, "状态", state(award.state()));
        line(text, "政策版本", award.policyVersion());
        if (explained.rate() != null) {
            line(text, "标准", rate());
        }
        line(
                text,
                "认定",
                "认定记录 " + award.identificationId() + (award.rulingId() == null ? "" : "，结论 " + award.rulingId()));
        reasons(text, "享受理由", explained.entitledBecause());
        reasons(text, "当前依据", explained.reasons());
        explained.notTogether().forEach((programme, why) -> line(text, "不能同时享受 " + programme, reason(why)));
        if (explained.notTogether().isEmpty()) {
            line(text, "组合规则", "与其他资助不冲突");
        }
        line(text, "名额", explained.quota() == null ? "不受名额限制" : quota());
        line(text, "资金", money());
        text.append("\n经过\n");
        explained.history().forEach(step -> text.append(step(step)).append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, String what, String said) {
        text.append(what).append("：").append(said).append('\n');
    }

    private static void reasons(StringBuilder text, String what, List<Reason> reasons) {
        reasons.forEach(why -> line(text, what, reason(why)));
    }

    private static String reason(Reason why) {
        return why.legalBasis() == null ? why.zh() : why.zh() + "（依据：" + why.legalBasis() + "）";
    }

    private String rate() {
        var rate = explained.rate();
        return rate.key() + (rate.amountFen() == null ? "" : "，" + rate.period().zh() + yuan(rate.amountFen())) + "，自"
                + semester(rate.from().code()) + "起执行";
    }

    private String quota() {
        return "第" + explained.quota().rank() + "位，"
                + explained.quota().reason().zh();
    }

    private String money() {
        Explanation.Money money = explained.money();
        return "已冻结" + yuan(money.underWayFen()) + "，已到账" + yuan(money.settledFen()) + "，待发" + yuan(money.payableFen())
                + "，多发应追回" + yuan(money.claimedFen());
    }

    private String step(AwardLog.Entry step) {
        return step.revision() + ". " + step.at().atZone(zone).toLocalDate() + " " + step.actorName() + " "
                + event(step.event()) + (step.amountFen() == null ? "" : " " + yuan(step.amountFen()))
                + step.reasons().stream().map(why -> "；" + reason(why)).reduce("", String::concat);
    }

    private static String semester(String code) {
        return code.substring(0, 4) + "年" + (code.endsWith("spring") ? "春季" : "秋季") + "学期";
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString() + "元";
    }

    private static String state(String state) {
        return switch (AwardState.valueOf(state)) {
            case PROPOSED -> "待审批";
            case APPROVED -> "已批准";
            case SUSPENDED -> "暂停";
            case STOPPED -> "已停止";
        };
    }

    private static String event(String event) {
        return switch (AwardEdge.Event.valueOf(event)) {
            case PROPOSED -> "提出";
            case APPROVED -> "批准";
            case REOPENED -> "撤回批准";
            case AMOUNT_CHANGED -> "金额变更";
            case FACTS_RENEWED -> "依据更新";
            case SET_OFF -> "抵扣应退资金";
            case GIVEN_BACK -> "退回资金";
            case HELD -> "暂停";
            case RELEASED -> "解除暂停，待审批";
            case REINSTATED -> "恢复";
            case STOPPED -> "停止";
        };
    }
}

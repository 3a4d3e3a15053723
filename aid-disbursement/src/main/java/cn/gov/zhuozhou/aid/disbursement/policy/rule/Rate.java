package cn.gov.zhuozhou.aid.disbursement.policy.rule;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;

/**
 * What a programme pays per semester under one key (stage or tier), from a semester on until a later rate begins.
 *
 * @param amountFen fen per semester; null for a waiver at the school's own charge
 */
public record Rate(String programme, String key, Long amountFen, Semester from, String legalBasis) {
    Reason reason() {
        String zh = amountFen == null ? "按学校实际收费标准减免" : "标准每学期" + yuan() + "元，自" + from + "起";
        String en = amountFen == null
                ? "Waived at the school's own charge"
                : yuan() + " yuan per semester, in effect since " + from;
        return new Reason("RATE", zh, en, legalBasis);
    }

    private String yuan() {
        long cents = amountFen % 100;
        return amountFen / 100 + (cents == 0 ? "" : ".%02d".formatted(cents));
    }
}

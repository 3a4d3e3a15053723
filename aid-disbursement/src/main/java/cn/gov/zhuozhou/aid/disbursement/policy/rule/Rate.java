package cn.gov.zhuozhou.aid.disbursement.policy.rule;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;

/**
 * What a programme pays under one key (stage or tier), from a semester on.
 *
 * @param amountFen fen per period; null for a waiver at the school's own charge
 * @param to last semester; null = until a later rate begins
 */
public record Rate(
        String programme, String key, Long amountFen, Period period, Semester from, Semester to, String legalBasis) {
    boolean endsBefore(Semester semester) {
        return to != null && to.compareTo(semester) < 0;
    }

    Reason reason() {
        String zh = amountFen == null ? "按学校实际收费标准减免" : "标准" + period.zh() + yuan() + "元，自" + from + "起";
        String en = amountFen == null
                ? "Waived at the school's own charge"
                : yuan() + " yuan " + period.en() + ", in effect since " + from;
        return new Reason("RATE", zh, en, legalBasis);
    }

    private String yuan() {
        long cents = amountFen % 100;
        return amountFen / 100 + (cents == 0 ? "" : ".%02d".formatted(cents));
    }
}

package cn.gov.zhuozhou.aid.registry.identification.rule;

import cn.gov.zhuozhou.aid.chassis.Text;

/**
 * What one check found, in words that can be shown to the family. Carries no name and no number.
 *
 * @param check stable code of the check
 * @param reason stable code of the finding
 * @param decisive whether the result rests on it
 */
public record CheckOutcome(
        String check, Outcome outcome, String reason, String zh, String en, String legalBasis, boolean decisive) {
    /** What a check can say. */
    public enum Outcome {
        YES,
        NO,
        /** Only a person can tell. */
        OPEN
    }

    public Text text() {
        return Text.of(zh, en);
    }
}

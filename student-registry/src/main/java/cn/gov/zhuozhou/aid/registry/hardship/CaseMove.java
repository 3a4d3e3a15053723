package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.registry.hardship.CaseTransitions.Occasion;

/**
 * A case about to be moved by a person.
 *
 * @param verdict what is decided or agreed with; null where the case goes back
 * @param money what hangs on it; null where nothing is decided
 */
record CaseMove(MatchCaseView before, Occasion occasion, CaseState to, Verdict verdict, MoneyFollows money) {
    /** Whether the case waits for nobody afterwards. */
    boolean decides() {
        return to == CaseState.CONFIRMED || to == CaseState.REJECTED;
    }

    /** The name of the step in the history. */
    String step() {
        return switch (occasion) {
            case CONFIRMATION_AGREED, REJECTION_AGREED -> "AGREED";
            default -> occasion.name();
        };
    }
}

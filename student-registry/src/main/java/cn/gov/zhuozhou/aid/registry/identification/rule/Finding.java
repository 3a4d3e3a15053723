package cn.gov.zhuozhou.aid.registry.identification.rule;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome;
import java.util.Optional;

/**
 * Answer of a check.
 *
 * @param result null when the next check goes on
 */
record Finding(String check, Outcome outcome, String reason, Text text, String legalBasis, Result result) {
    static Finding noted(String check, Outcome outcome, String reason, Text text, String legalBasis) {
        return new Finding(check, outcome, reason, text, legalBasis, null);
    }

    Finding deciding(Result decided) {
        return new Finding(check, outcome, reason, text, legalBasis, decided);
    }

    Optional<Finding> asAnswer() {
        return Optional.of(this);
    }

    CheckOutcome recorded() {
        return new CheckOutcome(check, outcome, reason, text.zh(), text.en(), legalBasis, result != null);
    }
}

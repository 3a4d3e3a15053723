package cn.gov.zhuozhou.aid.disbursement.bank;

import java.util.Locale;
import java.util.Map;

/**
 * What a bank's codes mean, in force on one day.
 *
 * @param outcomes what came of a payment, by the bank's result or status code
 * @param reasons our reason of a return, by the bank's reason code
 */
record BankCodes(Map<String, BankResult.Outcome> outcomes, Map<String, String> reasons) {
    /** Where a bank's reason is not in the table. */
    static final String OTHER = "OTHER";

    BankCodes {
        outcomes = Map.copyOf(outcomes);
        reasons = Map.copyOf(reasons);
    }

    /** Null where the code is not known. */
    BankResult.Outcome outcome(String code) {
        return outcomes.get(plain(code));
    }

    /** Our reason of what did not reach the payee. */
    String reason(BankResult.Outcome outcome, String code) {
        return outcome == BankResult.Outcome.RETURNED ? reasons.getOrDefault(plain(code), OTHER) : null;
    }

    static String plain(String code) {
        return code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
    }
}

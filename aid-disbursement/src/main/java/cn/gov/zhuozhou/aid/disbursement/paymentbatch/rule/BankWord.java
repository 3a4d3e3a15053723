package cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule;

import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState.RETURNED;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState.SETTLED;

/**
 * What a bank's word does to a line. A word heard before does nothing; one that contradicts what is known is for a person.
 *
 * @param becomes the state the line takes; null where it stays
 */
public record BankWord(Effect effect, LineState becomes) {
    public enum Effect {
        DONE,
        ALREADY,
        UNKNOWN_LINE,
        AMOUNT_DIFFERS,
        STATE_CONFLICT
    }

    /** What the bank can say. */
    public enum Said {
        PAID,
        RETURNED,
        PENDING
    }

    /**
     * @param oncePaid the bank has said before that it paid this line, whatever came after
     * @param saidFen null where the bank names no amount
     */
    public static BankWord of(LineState state, boolean oncePaid, long amountFen, Said said, Long saidFen) {
        if (saidFen != null && saidFen != amountFen) {
            return new BankWord(Effect.AMOUNT_DIFFERS, null);
        }
        return switch (state) {
            case DRAFT, FROZEN, VOID -> new BankWord(Effect.UNKNOWN_LINE, null);
            case SENT ->
                switch (said) {
                    case PAID -> new BankWord(Effect.DONE, SETTLED);
                    case RETURNED -> new BankWord(Effect.DONE, RETURNED);
                    case PENDING -> new BankWord(Effect.ALREADY, null);
                };
            case SETTLED ->
                said == Said.RETURNED ? new BankWord(Effect.DONE, RETURNED) : new BankWord(Effect.ALREADY, null);
            case RETURNED, REISSUED, WRITTEN_BACK ->
                said == Said.PAID && !oncePaid
                        ? new BankWord(Effect.STATE_CONFLICT, null)
                        : new BankWord(Effect.ALREADY, null);
        };
    }
}

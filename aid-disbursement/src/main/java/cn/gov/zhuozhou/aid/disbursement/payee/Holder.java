package cn.gov.zhuozhou.aid.disbursement.payee;

import cn.gov.zhuozhou.aid.disbursement.payee.rule.AccountFacts;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * What the registry answers about a holder.
 *
 * @param studentId the pupil's record that counts; null where the caller has no such pupil
 * @param reason why he is nothing to the pupil
 * @param guardiansRevision of the pupil: what is answered holds until the registry raises it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Holder(UUID studentId, String kind, String relation, Boolean legal, String reason, Integer guardiansRevision) {
    /** A holder asked about; one of studentId and studentNumber says of which pupil. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Asked(UUID studentId, String studentNumber, String holderName, String holderIdentityNumber) {
        @Override
        public String toString() {
            return "a holder of pupil " + studentId;
        }
    }

    /** As the rules call it. What is not understood is a stranger: in doubt nothing is paid. */
    AccountFacts.Holder fact() {
        return switch (kind) {
            case "SELF" -> AccountFacts.Holder.SELF;
            case "GUARDIAN" -> AccountFacts.Holder.GUARDIAN;
            case "UNKNOWN_PUPIL" -> AccountFacts.Holder.UNKNOWN_PUPIL;
            default -> nothing();
        };
    }

    private AccountFacts.Holder nothing() {
        return switch (reason) {
            case "NAME_DIFFERS" -> AccountFacts.Holder.NAME_DIFFERS;
            case "NUMBER_NOT_ON_ROLL" -> AccountFacts.Holder.NUMBER_NOT_ON_ROLL;
            case "NUMBER_NOT_VALID" -> AccountFacts.Holder.NUMBER_NOT_VALID;
            case null, default -> AccountFacts.Holder.STRANGER;
        };
    }
}

package cn.gov.zhuozhou.aid.disbursement.payee.rule;

/**
 * What is known of an account somebody proposes for a pupil.
 *
 * @param holder what the registry says of the holder
 * @param legalGuardian of a guardian
 * @param stage of the pupil
 * @param otherHolder the account is in use under another person's name
 * @param pupilsOnCard pupils whose aid goes to it already, this one not counted
 * @param namedLikeStaff somebody of the pupil's school bears the holder's name
 * @param proposalOpen another account of the pupil waits for confirmation
 */
public record AccountFacts(
        Holder holder,
        boolean legalGuardian,
        String stage,
        boolean otherHolder,
        int pupilsOnCard,
        boolean staffCard,
        boolean namedLikeStaff,
        boolean namedLikeOperator,
        boolean relatedToOperator,
        boolean proposalOpen) {

    /** What a holder is to the pupil, or why he is nothing. */
    public enum Holder {
        SELF,
        GUARDIAN,
        STRANGER,
        NAME_DIFFERS,
        NUMBER_NOT_ON_ROLL,
        NUMBER_NOT_VALID,
        UNKNOWN_PUPIL
    }
}

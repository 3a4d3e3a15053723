package cn.gov.zhuozhou.aid.disbursement.payee.rule;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who may hold an account and how many pupils it may serve: the account holder is the pupil or a registered guardian of a young pupil,
 * never a teacher, a classmate or another parent (A10, A17).
 *
 * @param guardianStages stages whose pupils are young enough
 */
public record AccountRule(Set<String> guardianStages, int pupilsPerCard) {
    public AccountRule {
        guardianStages = Set.copyOf(guardianStages);
    }

    /** Everything that speaks against the account, in the order of the constants. */
    public Set<Finding> findings(AccountFacts facts) {
        Set<Finding> found = EnumSet.noneOf(Finding.class);
        switch (facts.holder()) {
            case SELF -> {}
            case GUARDIAN -> aboutGuardian(facts, found);
            case STRANGER -> found.add(Finding.HOLDER_STRANGER);
            case NAME_DIFFERS -> found.add(Finding.HOLDER_NAME_DIFFERS);
            case NUMBER_NOT_ON_ROLL -> found.add(Finding.HOLDER_NUMBER_NOT_ON_ROLL);
            case NUMBER_NOT_VALID -> found.add(Finding.HOLDER_NUMBER_NOT_VALID);
            case UNKNOWN_PUPIL -> found.add(Finding.PUPIL_UNKNOWN);
        }
        addIf(facts.otherHolder(), Finding.CARD_OF_ANOTHER_HOLDER, found);
        addIf(facts.staffCard(), Finding.CARD_OF_STAFF, found);
        addIf(facts.pupilsOnCard() + 1 > pupilsPerCard, Finding.CARD_OF_MANY_PUPILS, found);
        addIf(facts.relatedToOperator(), Finding.HOLDER_RELATED_TO_OPERATOR, found);
        addIf(facts.proposalOpen(), Finding.PROPOSAL_OPEN, found);
        return found;
    }

    private void aboutGuardian(AccountFacts facts, Set<Finding> found) {
        addIf(!guardianStages.contains(facts.stage()), Finding.GUARDIAN_FOR_OLDER_PUPIL, found);
        addIf(!facts.legalGuardian(), Finding.GUARDIAN_NOT_LEGAL, found);
        addIf(facts.namedLikeStaff(), Finding.HOLDER_NAMED_LIKE_STAFF, found);
        addIf(facts.namedLikeOperator(), Finding.HOLDER_NAMED_LIKE_OPERATOR, found);
    }

    private static void addIf(boolean holds, Finding finding, Set<Finding> found) {
        if (holds) {
            found.add(finding);
        }
    }
}

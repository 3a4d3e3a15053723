package cn.gov.zhuozhou.aid.disbursement.payee.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.disbursement.payee.rule.AccountFacts.Holder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountRuleTest {
    private static final AccountRule RULE = new AccountRule(Set.of("PRESCHOOL", "PRIMARY"), 3);
    private static final List<AccountRange> RANGES =
            List.of(new AccountRange("62", 16, 19, true), new AccountRange("", 10, 25, false));

    @Test
    void ownAccountAndLegalGuardianOfAYoungPupilRaiseNothing() {
        assertThat(RULE.findings(facts(Holder.SELF, false, "SENIOR_HIGH"))).isEmpty();
        assertThat(RULE.findings(facts(Holder.GUARDIAN, true, "PRIMARY"))).isEmpty();
    }

    @Test
    @DisplayName("A10: whoever is neither pupil nor guardian is refused")
    void strangersAreRefused() {
        for (Holder holder :
                List.of(Holder.STRANGER, Holder.NAME_DIFFERS, Holder.NUMBER_NOT_ON_ROLL, Holder.UNKNOWN_PUPIL)) {
            assertThat(RULE.findings(facts(holder, false, "PRIMARY")))
                    .singleElement()
                    .matches(Finding::refuses);
        }
    }

    @Test
    @DisplayName("A10: a guardian of an older pupil, and one who is not the legal guardian, are looked at")
    void guardiansInDoubtAreFlagged() {
        assertThat(RULE.findings(facts(Holder.GUARDIAN, false, "SENIOR_HIGH")))
                .containsExactly(Finding.GUARDIAN_FOR_OLDER_PUPIL, Finding.GUARDIAN_NOT_LEGAL)
                .noneMatch(Finding::refuses);
    }

    @Test
    @DisplayName("A10: one card of pupils who share no guardian is refused, one of too many pupils is flagged")
    void cardsOfSeveral() {
        assertThat(RULE.findings(
                        new AccountFacts(Holder.GUARDIAN, true, "PRIMARY", true, 1, false, false, false, false, false)))
                .containsExactly(Finding.CARD_OF_ANOTHER_HOLDER);
        assertThat(RULE.findings(new AccountFacts(
                        Holder.GUARDIAN, true, "PRIMARY", false, 2, false, false, false, false, false)))
                .isEmpty();
        assertThat(RULE.findings(new AccountFacts(
                        Holder.GUARDIAN, true, "PRIMARY", false, 3, false, false, false, false, false)))
                .containsExactly(Finding.CARD_OF_MANY_PUPILS);
    }

    @Test
    @DisplayName("A17: a staff member's card is refused, names and relations of staff and operator are flagged")
    void staffAndOperators() {
        assertThat(RULE.findings(
                        new AccountFacts(Holder.SELF, false, "PRIMARY", false, 0, true, false, false, false, false)))
                .containsExactly(Finding.CARD_OF_STAFF)
                .allMatch(Finding::refuses);
        assertThat(RULE.findings(
                        new AccountFacts(Holder.GUARDIAN, true, "PRIMARY", false, 0, false, true, true, true, false)))
                .containsExactly(
                        Finding.HOLDER_NAMED_LIKE_STAFF,
                        Finding.HOLDER_NAMED_LIKE_OPERATOR,
                        Finding.HOLDER_RELATED_TO_OPERATOR)
                .noneMatch(Finding::refuses);
        // A pupil proven by his number may bear a teacher's name.
        assertThat(RULE.findings(
                        new AccountFacts(Holder.SELF, false, "PRIMARY", false, 0, false, true, true, false, false)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "6222021001116245702,", // Luhn holds
        "6222021001116245703,NUMBER_CHECK_DIGIT",
        "622202100111624,NUMBER_LENGTH",
        "62220210011162457020,NUMBER_LENGTH",
        "0123456789012,",
        "012345678,NUMBER_LENGTH",
        "62220210O1116245702,NUMBER_CHARACTERS"
    })
    void numbersAreReadByTheLongestPrefix(String number, Finding fault) {
        assertThat(AccountRange.fault(number, RANGES).orElse(null)).isEqualTo(fault);
    }

    @Test
    void spacesDashesAndFullWidthDigitsAreNoFault() {
        assertThat(AccountRange.plain("'６222 0210-0111\u00A06245 702")).isEqualTo("6222021001116245702");
    }

    private static AccountFacts facts(Holder holder, boolean legal, String stage) {
        return new AccountFacts(holder, legal, stage, false, 0, false, false, false, false, false);
    }
}

package cn.gov.zhuozhou.aid.disbursement.university.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ApplicantTest {
    private static final Applicant.GraduateRule RULE =
            new Applicant.GraduateRule(Set.of("SENIOR_HIGH", "SECONDARY_VOCATIONAL"), 3);

    @Test
    @DisplayName("S145: this year's graduates in hardship have freshman aid, once")
    void graduatesInHardship() {
        assertThat(new Applicant("SENIOR_HIGH", 3, true, false, true).freshmanRefusals(RULE, false, 50_000L))
                .isEmpty();
        assertThat(new Applicant("SECONDARY_VOCATIONAL", 1, false, true, true).freshmanRefusals(RULE, false, 50_000L))
                .isEmpty();
        assertThat(new Applicant("SENIOR_HIGH", 2, true, false, true).freshmanRefusals(RULE, false, 50_000L))
                .containsExactly(Refusal.NO_GRADUATE);
        assertThat(new Applicant("SENIOR_HIGH", 3, false, false, true).freshmanRefusals(RULE, false, 50_000L))
                .containsExactly(Refusal.NO_GRADUATE);
        assertThat(new Applicant("JUNIOR", 3, true, false, false).freshmanRefusals(RULE, true, null))
                .containsExactly(Refusal.NO_GRADUATE, Refusal.NOT_IDENTIFIED, Refusal.GRANTED_BEFORE, Refusal.NO_RATE);
    }

    @Test
    @DisplayName("S146: a loan goes up to the cap, one a year, with a co-borrower")
    void loans() {
        assertThat(Applicant.loanRefusals(800_000, 800_000L, false, true)).isEmpty();
        assertThat(Applicant.loanRefusals(800_001, 800_000L, true, false))
                .containsExactly(Refusal.ABOVE_CAP, Refusal.LOAN_OF_THE_YEAR, Refusal.NO_CO_BORROWER);
        assertThat(Applicant.loanRefusals(1, null, false, true)).containsExactly(Refusal.NO_RATE);
    }
}

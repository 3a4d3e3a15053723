package cn.gov.zhuozhou.aid.disbursement.university;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.Transition;
import org.junit.jupiter.api.Test;

class TransitionsTest {
    @Test
    void noGrantIsApprovedUncheckedAndNothingFollowsARefusal() {
        for (var occasion : FreshmanTransitions.Occasion.values()) {
            assertThatThrownBy(() -> FreshmanTransitions.of(FreshmanTransitions.State.REFUSED, occasion))
                    .isInstanceOf(ProblemException.class);
        }
        assertThat(FreshmanTransitions.TABLE.stream()
                        .filter(row -> row.to() == FreshmanTransitions.State.APPROVED)
                        .map(Transition::from))
                .containsExactly(FreshmanTransitions.State.SCHOOL_CHECKED);
    }

    @Test
    void noLoanIsReleasedBeforeItsReceiptIsBack() {
        assertThat(LoanTransitions.TABLE.stream()
                        .filter(row -> row.to() == LoanTransitions.State.RELEASED)
                        .map(Transition::from))
                .containsExactly(LoanTransitions.State.RECEIPT_RETURNED);
        assertThatThrownBy(() -> LoanTransitions.of(LoanTransitions.State.RELEASED, LoanTransitions.Occasion.REFUSE))
                .isInstanceOf(ProblemException.class);
    }
}

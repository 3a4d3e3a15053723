package cn.gov.zhuozhou.aid.registry.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.registry.identification.StateTransitions.Occasion;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StateTransitionsTest {
    @ParameterizedTest
    @CsvSource({
        "PROPOSED, APPROVED, REVIEWED",
        "REVIEWED, POSTED, ON_NOTICE",
        "ON_NOTICE, NOTICE_PASSED, EFFECTIVE",
        "ON_NOTICE, OBJECTION_UPHELD, REJECTED",
        "PROPOSED, RETURNED, REJECTED",
        "PROPOSED, CONFIRMED, EFFECTIVE",
        "REJECTED, RESUBMITTED, PROPOSED",
        "EFFECTIVE, CHANGE_PROPOSED, PROPOSED",
        "ON_NOTICE, KEPT, EFFECTIVE",
        "REVIEWED, GROUND_GONE, WITHDRAWN",
        "WITHDRAWN, PROOF_ASKED, AWAITING_DECISION",
        "AWAITING_DECISION, CHANGE_PROPOSED, PROPOSED",
        "PROPOSED, CANCELLED, EFFECTIVE",
        "ON_NOTICE, CANCELLED, EFFECTIVE"
    })
    void theTableLeadsFromOneStateToTheNext(State from, Occasion occasion, State to) {
        assertThat(StateTransitions.of(from, occasion)).isEqualTo(to);
    }

    @ParameterizedTest
    @EnumSource(
            value = Occasion.class,
            names = {"APPROVED", "CONFIRMED", "RETURNED"})
    void onlyAProposalIsReviewed(Occasion occasion) {
        for (State state : EnumSet.complementOf(EnumSet.of(State.PROPOSED))) {
            assertThat(StateTransitions.next(state, occasion)).isEmpty();
        }
    }

    @Test
    void nothingTakesEffectByANoticeItIsNotOn() {
        Set<State> states = EnumSet.complementOf(EnumSet.of(State.ON_NOTICE));

        assertThat(states)
                .allMatch(s -> StateTransitions.next(s, Occasion.NOTICE_PASSED).isEmpty());
    }

    @Test
    void whatIsInForceIsNeverSimplyWithdrawn() {
        assertThatThrownBy(() -> StateTransitions.of(State.EFFECTIVE, Occasion.GROUND_GONE))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.kind()).isEqualTo(CommonProblem.STATE_CONFLICT));
    }
}

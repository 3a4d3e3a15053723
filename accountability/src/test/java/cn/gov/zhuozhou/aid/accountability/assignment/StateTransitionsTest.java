package cn.gov.zhuozhou.aid.accountability.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.accountability.assignment.StateTransitions.Occasion;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateTransitionsTest {
    @ParameterizedTest
    @CsvSource({
        "GAP, FILLED, PROPOSED",
        "GAP, LACK_CHANGED, GAP",
        "PROPOSED, CONFIRMED, ACTIVE",
        "PROPOSED, PERSON_RENAMED, PROPOSED",
        "ACTIVE, PERSON_RENAMED, ACTIVE",
        "PROPOSED, REPLACED, ENDED",
        "ACTIVE, REPLACED, ENDED",
        "ACTIVE, PERSON_LEFT, ENDED",
        "ACTIVE, TRANSFERRED, ENDED",
        "GAP, NO_LONGER_AIDED, ENDED",
    })
    void anOccasionLeadsFromOneStateToTheNext(State from, Occasion occasion, State to) {
        assertThat(StateTransitions.of(from, occasion)).isEqualTo(to);
    }

    @Test
    void nothingHappensToWhatHasEnded() {
        assertThat(Arrays.stream(Occasion.values()).map(o -> StateTransitions.next(State.ENDED, o)))
                .allMatch(java.util.Optional::isEmpty);
    }

    @Test
    void aGapCannotBeConfirmed() {
        assertThatThrownBy(() -> StateTransitions.of(State.GAP, Occasion.CONFIRMED))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.kind()).isEqualTo(CommonProblem.STATE_CONFLICT));
    }
}

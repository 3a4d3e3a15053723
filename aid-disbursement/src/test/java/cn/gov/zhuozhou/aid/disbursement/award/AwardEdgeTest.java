package cn.gov.zhuozhou.aid.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.gov.zhuozhou.aid.disbursement.award.AwardEdge.Event;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AwardEdgeTest {
    @Test
    void noEventLeadsToTwoStatesFromOne() {
        assertThat(Arrays.stream(AwardEdge.values()).map(e -> e.from() + " " + e.event()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aStoppedAwardStaysStopped() {
        assertThat(AwardEdge.values())
                .filteredOn(e -> e.from() == AwardState.STOPPED)
                .allMatch(e -> e.to() == AwardState.STOPPED && e.event() == Event.GIVEN_BACK);
    }

    @Test
    void everyStateButTheLastCanBeStopped() {
        for (AwardState state : AwardState.values()) {
            if (state != AwardState.STOPPED) {
                assertThat(AwardEdge.of(state, Event.STOPPED).to()).isEqualTo(AwardState.STOPPED);
            }
        }
    }

    @Test
    void onlyApprovalAndReinstatementLeadToApproved() {
        assertThat(AwardEdge.values())
                .filteredOn(e -> e.to() == AwardState.APPROVED && e.from() != AwardState.APPROVED)
                .extracting(AwardEdge::event)
                .containsExactlyInAnyOrder(Event.APPROVED, Event.REINSTATED);
    }

    @Test
    void aChangedAmountIsNeverApprovedWithoutAPerson() {
        assertThat(AwardEdge.values())
                .filteredOn(e -> e.event() == Event.AMOUNT_CHANGED)
                .allMatch(e -> e.to() == AwardState.PROPOSED);
    }

    @Test
    void aSuspendedAwardCannotBeApproved() {
        assertThatIllegalStateException()
                .isThrownBy(() -> AwardEdge.of(AwardState.SUSPENDED, Event.APPROVED))
                .withMessageContaining("SUSPENDED");
    }
}

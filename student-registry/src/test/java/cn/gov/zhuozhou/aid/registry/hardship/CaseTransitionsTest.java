package cn.gov.zhuozhou.aid.registry.hardship;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.registry.hardship.CaseTransitions.Occasion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseTransitionsTest {
    @Test
    void nothingMovesACaseButWhatTheTableSays() {
        List<String> moves = new ArrayList<>();
        for (CaseState from : CaseState.values()) {
            for (Occasion occasion : Occasion.values()) {
                CaseTransitions.next(from, occasion).ifPresent(to -> moves.add(from + " " + occasion + " " + to));
            }
        }
        assertThat(moves)
                .containsExactlyInAnyOrder(
                        "OPEN PROPOSED PROPOSED",
                        "OPEN CONFIRMED CONFIRMED",
                        "OPEN REJECTED REJECTED",
                        "OPEN CAUSE_GONE CLOSED",
                        "PROPOSED CONFIRMATION_AGREED CONFIRMED",
                        "PROPOSED REJECTION_AGREED REJECTED",
                        "PROPOSED RETURNED OPEN",
                        "PROPOSED WITHDRAWN OPEN",
                        "PROPOSED CAUSE_GONE CLOSED",
                        "CONFIRMED UNDONE OPEN",
                        "CONFIRMED CAUSE_GONE CLOSED",
                        "REJECTED UNDONE OPEN",
                        "REJECTED CAUSE_GONE CLOSED");
    }
}

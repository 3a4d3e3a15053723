package cn.gov.zhuozhou.aid.registry.outofarea;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.registry.outofarea.LetterTransitions.Occasion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterTransitionsTest {
    @Test
    void nothingMovesALetterButWhatTheTableSays() {
        List<String> moves = new ArrayList<>();
        for (LetterState from : LetterState.values()) {
            for (Occasion occasion : Occasion.values()) {
                LetterTransitions.next(from, occasion).ifPresent(to -> moves.add(from + " " + occasion + " " + to));
            }
        }
        assertThat(moves)
                .containsExactlyInAnyOrder(
                        "DRAFT APPROVE APPROVED",
                        "DRAFT REPLACE SUPERSEDED",
                        "APPROVED DISPATCH DISPATCHED",
                        "APPROVED REPLACE SUPERSEDED",
                        "DISPATCHED CHASE DISPATCHED",
                        "DISPATCHED REPLY REPLIED",
                        "DISPATCHED COME_BACK RETURNED_UNDELIVERED",
                        "DISPATCHED REPLACE SUPERSEDED",
                        "REPLIED REPLY REPLIED",
                        "REPLIED CLOSE CLOSED",
                        "RETURNED_UNDELIVERED CLOSE CLOSED",
                        "RETURNED_UNDELIVERED REPLACE SUPERSEDED");
    }
}

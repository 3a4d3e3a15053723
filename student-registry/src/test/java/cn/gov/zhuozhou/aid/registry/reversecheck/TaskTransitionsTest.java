package cn.gov.zhuozhou.aid.registry.reversecheck;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.registry.reversecheck.TaskTransitions.Occasion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskTransitionsTest {
    @Test
    void nothingMovesATaskButWhatTheTableSays() {
        List<String> moves = new ArrayList<>();
        for (TaskState from : TaskState.values()) {
            for (Occasion occasion : Occasion.values()) {
                TaskTransitions.next(from, occasion).ifPresent(to -> moves.add(from + " " + occasion + " " + to));
            }
        }
        assertThat(moves)
                .containsExactlyInAnyOrder(
                        "OPEN TAKEN_ON TAKEN",
                        "OPEN END_PROPOSED PROPOSED",
                        "OPEN PASSED_ON FOLLOWED_UP",
                        "OPEN CAUSE_GONE CLOSED",
                        "TAKEN TAKEN_ON TAKEN",
                        "TAKEN END_PROPOSED PROPOSED",
                        "TAKEN PASSED_ON FOLLOWED_UP",
                        "TAKEN CAUSE_GONE CLOSED",
                        "PROPOSED AGREED SETTLED",
                        "PROPOSED RETURNED TAKEN",
                        "PROPOSED CAUSE_GONE CLOSED",
                        "FOLLOWED_UP END_PROPOSED PROPOSED",
                        "FOLLOWED_UP PASSED_ON FOLLOWED_UP",
                        "FOLLOWED_UP PUPIL_REJECTED TAKEN",
                        "FOLLOWED_UP CAUSE_GONE CLOSED",
                        "SETTLED REOPENED TAKEN",
                        "SETTLED ASKED_AGAIN OPEN",
                        "SETTLED CAUSE_GONE CLOSED");
    }
}

package cn.gov.zhuozhou.aid.registry.reversecheck;

import static cn.gov.zhuozhou.aid.registry.reversecheck.TaskState.CLOSED;
import static cn.gov.zhuozhou.aid.registry.reversecheck.TaskState.FOLLOWED_UP;
import static cn.gov.zhuozhou.aid.registry.reversecheck.TaskState.OPEN;
import static cn.gov.zhuozhou.aid.registry.reversecheck.TaskState.PROPOSED;
import static cn.gov.zhuozhou.aid.registry.reversecheck.TaskState.SETTLED;
import static cn.gov.zhuozhou.aid.registry.reversecheck.TaskState.TAKEN;

import cn.gov.zhuozhou.aid.chassis.state.Transitions;
import java.util.EnumSet;
import java.util.Optional;

/** The states of a task and what moves it. What stands in no row cannot happen. */
final class TaskTransitions {
    enum Occasion {
        TAKEN_ON,
        /** Answered so that the matter ends, if a second person agrees. */
        END_PROPOSED,
        /** Answered so that the matter goes on elsewhere. */
        PASSED_ON,
        AGREED,
        RETURNED,
        REOPENED,
        /** A semester has begun, and the answer held for the last one only. */
        ASKED_AGAIN,
        /** The desk found that the pupil named is another person. */
        PUPIL_REJECTED,
        CAUSE_GONE
    }

    private static final Transitions<TaskState, Occasion> TABLE = Transitions.<TaskState, Occasion>none()
            .row(EnumSet.of(OPEN, TAKEN), Occasion.TAKEN_ON, TAKEN)
            .row(EnumSet.of(OPEN, TAKEN, FOLLOWED_UP), Occasion.END_PROPOSED, PROPOSED)
            .row(EnumSet.of(OPEN, TAKEN, FOLLOWED_UP), Occasion.PASSED_ON, FOLLOWED_UP)
            .row(PROPOSED, Occasion.AGREED, SETTLED)
            .row(PROPOSED, Occasion.RETURNED, TAKEN)
            .row(SETTLED, Occasion.REOPENED, TAKEN)
            .row(SETTLED, Occasion.ASKED_AGAIN, OPEN)
            .row(FOLLOWED_UP, Occasion.PUPIL_REJECTED, TAKEN)
            .row(EnumSet.complementOf(EnumSet.of(CLOSED)), Occasion.CAUSE_GONE, CLOSED);

    private TaskTransitions() {}

    static Optional<TaskState> next(TaskState from, Occasion occasion) {
        return TABLE.next(from, occasion);
    }

    /** Refused as a state conflict where it cannot happen. */
    static TaskState of(TaskState from, Occasion occasion) {
        return TABLE.after(from, occasion);
    }
}

package cn.gov.zhuozhou.aid.registry.reversecheck;

import static cn.gov.zhuozhou.aid.registry.reversecheck.TaskState.CLOSED;
import static cn.gov.zhuozhou.aid.registry.reversecheck.TaskState.FOLLOWED_UP;
import static cn.gov.zhuozhou.aid.registry.reversecheck.TaskState.OPEN;
import static cn.gov.zhuozhou.aid.registry.reversecheck.TaskState.PROPOSED;
import static cn.gov.zhuozhou.aid.registry.reversecheck.TaskState.SETTLED;
import static cn.gov.zhuozhou.aid.registry.reversecheck.TaskState.TAKEN;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    private record Row(Set<TaskState> from, Occasion occasion, TaskState to) {}

    private static final List<Row> TABLE = List.of(
            new Row(EnumSet.of(OPEN, TAKEN), Occasion.TAKEN_ON, TAKEN),
            new Row(EnumSet.of(OPEN, TAKEN, FOLLOWED_UP), Occasion.END_PROPOSED, PROPOSED),
            new Row(EnumSet.of(OPEN, TAKEN, FOLLOWED_UP), Occasion.PASSED_ON, FOLLOWED_UP),
            new Row(EnumSet.of(PROPOSED), Occasion.AGREED, SETTLED),
            new Row(EnumSet.of(PROPOSED), Occasion.RETURNED, TAKEN),
            new Row(EnumSet.of(SETTLED), Occasion.REOPENED, TAKEN),
            new Row(EnumSet.of(SETTLED), Occasion.ASKED_AGAIN, OPEN),
            new Row(EnumSet.of(FOLLOWED_UP), Occasion.PUPIL_REJECTED, TAKEN),
            new Row(EnumSet.complementOf(EnumSet.of(CLOSED)), Occasion.CAUSE_GONE, CLOSED));

    private TaskTransitions() {}

    /** The state an occasion leads to; empty where it cannot happen in this state. */
    static Optional<TaskState> next(TaskState from, Occasion occasion) {
        return TABLE.stream()
                .filter(row -> row.occasion() == occasion && row.from().contains(from))
                .map(Row::to)
                .findFirst();
    }

    /** The state an occasion leads to; refused as a state conflict where it cannot happen. */
    static TaskState of(TaskState from, Occasion occasion) {
        return next(from, occasion)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.STATE_CONFLICT,
                        Text.of("当前状态为 %s，不能执行 %s。", "In state %s there is no %s.")
                                .formatted(from, occasion)));
    }
}

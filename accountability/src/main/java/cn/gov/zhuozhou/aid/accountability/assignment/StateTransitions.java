package cn.gov.zhuozhou.aid.accountability.assignment;

import static cn.gov.zhuozhou.aid.accountability.assignment.State.ACTIVE;
import static cn.gov.zhuozhou.aid.accountability.assignment.State.ENDED;
import static cn.gov.zhuozhou.aid.accountability.assignment.State.GAP;
import static cn.gov.zhuozhou.aid.accountability.assignment.State.PROPOSED;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The states of an assignment and what moves it from one to the next. What stands in no row cannot happen. */
final class StateTransitions {
    /** What happened; each is told as AssignmentChanged, and in the trail where a person did it. */
    enum Occasion {
        /** Somebody was found for a pupil who had nobody. */
        FILLED,
        /** Still nobody, now for another reason. */
        LACK_CHANGED,
        CONFIRMED,
        /** The staff list corrected the person's name. */
        PERSON_RENAMED,
        NO_LONGER_AIDED,
        TRANSFERRED,
        PERSON_LEFT,
        REPLACED
    }

    private record Row(Set<State> from, Occasion occasion, State to) {}

    private static final Set<State> COVERED = EnumSet.of(PROPOSED, ACTIVE);
    private static final Set<State> OPEN = EnumSet.of(PROPOSED, ACTIVE, GAP);

    private static final List<Row> TABLE = List.of(
            new Row(EnumSet.of(GAP), Occasion.FILLED, PROPOSED),
            new Row(EnumSet.of(GAP), Occasion.LACK_CHANGED, GAP),
            new Row(EnumSet.of(PROPOSED), Occasion.CONFIRMED, ACTIVE),
            new Row(EnumSet.of(PROPOSED), Occasion.PERSON_RENAMED, PROPOSED),
            new Row(EnumSet.of(ACTIVE), Occasion.PERSON_RENAMED, ACTIVE),
            new Row(OPEN, Occasion.NO_LONGER_AIDED, ENDED),
            new Row(OPEN, Occasion.TRANSFERRED, ENDED),
            new Row(COVERED, Occasion.PERSON_LEFT, ENDED),
            new Row(COVERED, Occasion.REPLACED, ENDED));

    private StateTransitions() {}

    static Optional<State> next(State from, Occasion occasion) {
        return TABLE.stream()
                .filter(row -> row.occasion() == occasion && row.from().contains(from))
                .map(Row::to)
                .findFirst();
    }

    /** The state an occasion leads to; refused as a state conflict where it cannot happen. */
    static State of(State from, Occasion occasion) {
        return next(from, occasion)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.STATE_CONFLICT,
                        Text.of("当前状态为 %s，不能执行 %s。", "In state %s there is no %s.")
                                .formatted(from, occasion)));
    }
}

package cn.gov.zhuozhou.aid.registry.outofarea;

import static cn.gov.zhuozhou.aid.registry.outofarea.LetterState.APPROVED;
import static cn.gov.zhuozhou.aid.registry.outofarea.LetterState.CLOSED;
import static cn.gov.zhuozhou.aid.registry.outofarea.LetterState.DISPATCHED;
import static cn.gov.zhuozhou.aid.registry.outofarea.LetterState.DRAFT;
import static cn.gov.zhuozhou.aid.registry.outofarea.LetterState.REPLIED;
import static cn.gov.zhuozhou.aid.registry.outofarea.LetterState.RETURNED_UNDELIVERED;
import static cn.gov.zhuozhou.aid.registry.outofarea.LetterState.SUPERSEDED;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The states of a letter and what moves it. What stands in no row cannot happen. */
final class LetterTransitions {
    enum Occasion {
        APPROVE,
        DISPATCH,
        /** A chaser goes out; the letter waits on. */
        CHASE,
        /** The school attended answered, or corrected its answer. */
        REPLY,
        /** The post or mail brought it back. */
        COME_BACK,
        CLOSE,
        /** A newer version was drafted. */
        REPLACE
    }

    private record Row(Set<LetterState> from, Occasion occasion, LetterState to) {}

    private static final List<Row> TABLE = List.of(
            new Row(EnumSet.of(DRAFT), Occasion.APPROVE, APPROVED),
            new Row(EnumSet.of(APPROVED), Occasion.DISPATCH, DISPATCHED),
            new Row(EnumSet.of(DISPATCHED), Occasion.CHASE, DISPATCHED),
            new Row(EnumSet.of(DISPATCHED, REPLIED), Occasion.REPLY, REPLIED),
            new Row(EnumSet.of(DISPATCHED), Occasion.COME_BACK, RETURNED_UNDELIVERED),
            new Row(EnumSet.of(REPLIED, RETURNED_UNDELIVERED), Occasion.CLOSE, CLOSED),
            new Row(EnumSet.of(DRAFT, APPROVED, DISPATCHED, RETURNED_UNDELIVERED), Occasion.REPLACE, SUPERSEDED));

    private LetterTransitions() {}

    /** The state an occasion leads to; empty where it cannot happen in this state. */
    static Optional<LetterState> next(LetterState from, Occasion occasion) {
        return TABLE.stream()
                .filter(row -> row.occasion() == occasion && row.from().contains(from))
                .map(Row::to)
                .findFirst();
    }

    /** The state an occasion leads to; refused as a state conflict where it cannot happen. */
    static LetterState of(LetterState from, Occasion occasion) {
        return next(from, occasion)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.STATE_CONFLICT,
                        Text.of("信函当前状态为 %s，不能执行 %s。", "In state %s there is no %s.")
                                .formatted(from, occasion)));
    }
}

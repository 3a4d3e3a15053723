package cn.gov.zhuozhou.aid.registry.outofarea;

import static cn.gov.zhuozhou.aid.registry.outofarea.LetterState.APPROVED;
import static cn.gov.zhuozhou.aid.registry.outofarea.LetterState.CLOSED;
import static cn.gov.zhuozhou.aid.registry.outofarea.LetterState.DISPATCHED;
import static cn.gov.zhuozhou.aid.registry.outofarea.LetterState.DRAFT;
import static cn.gov.zhuozhou.aid.registry.outofarea.LetterState.REPLIED;
import static cn.gov.zhuozhou.aid.registry.outofarea.LetterState.RETURNED_UNDELIVERED;
import static cn.gov.zhuozhou.aid.registry.outofarea.LetterState.SUPERSEDED;

import cn.gov.zhuozhou.aid.chassis.state.Transitions;
import java.util.EnumSet;
import java.util.Optional;

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

    private static final Transitions<LetterState, Occasion> TABLE = Transitions.<LetterState, Occasion>none()
            .row(DRAFT, Occasion.APPROVE, APPROVED)
            .row(APPROVED, Occasion.DISPATCH, DISPATCHED)
            .row(DISPATCHED, Occasion.CHASE, DISPATCHED)
            .row(EnumSet.of(DISPATCHED, REPLIED), Occasion.REPLY, REPLIED)
            .row(DISPATCHED, Occasion.COME_BACK, RETURNED_UNDELIVERED)
            .row(EnumSet.of(REPLIED, RETURNED_UNDELIVERED), Occasion.CLOSE, CLOSED)
            .row(EnumSet.of(DRAFT, APPROVED, DISPATCHED, RETURNED_UNDELIVERED), Occasion.REPLACE, SUPERSEDED);

    private LetterTransitions() {}

    static Optional<LetterState> next(LetterState from, Occasion occasion) {
        return TABLE.next(from, occasion);
    }

    /** Refused as a state conflict where it cannot happen. */
    static LetterState of(LetterState from, Occasion occasion) {
        return TABLE.after(from, occasion);
    }
}

package cn.gov.zhuozhou.aid.registry.retention;

import cn.gov.zhuozhou.aid.chassis.state.Transitions;
import java.util.Optional;

/** How an erasure stands, and what moves it from one state to the next. What stands in no row cannot happen. */
enum RunState {
    ASKED,
    /** What would go has been counted; nothing is gone. */
    COUNTED,
    CONFIRMED,
    DONE,
    DROPPED;

    enum Occasion {
        COUNTED,
        CONFIRMED,
        DROPPED,
        ERASED
    }

    private static final Transitions<RunState, Occasion> TABLE = Transitions.<RunState, Occasion>none()
            .row(ASKED, Occasion.COUNTED, COUNTED)
            .row(COUNTED, Occasion.CONFIRMED, CONFIRMED)
            .row(COUNTED, Occasion.DROPPED, DROPPED)
            .row(CONFIRMED, Occasion.ERASED, DONE);

    Optional<RunState> next(Occasion occasion) {
        return TABLE.next(this, occasion);
    }

    /** Refused as a state conflict where it cannot happen. */
    RunState after(Occasion occasion) {
        return TABLE.after(this, occasion);
    }
}

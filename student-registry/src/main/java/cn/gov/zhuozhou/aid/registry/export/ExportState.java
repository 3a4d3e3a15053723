package cn.gov.zhuozhou.aid.registry.export;

import cn.gov.zhuozhou.aid.chassis.state.Transitions;
import java.util.Optional;

/** How an export stands, and what moves it from one state to the next. What stands in no row cannot happen. */
enum ExportState {
    REQUESTED,
    APPROVED,
    REFUSED,
    READY,
    EXPIRED;

    enum Occasion {
        APPROVED,
        REFUSED,
        WRITTEN,
        /** Taken as often as may be, or its time is over: the content is gone. */
        ENDED
    }

    private static final Transitions<ExportState, Occasion> TABLE = Transitions.<ExportState, Occasion>none()
            .row(REQUESTED, Occasion.APPROVED, APPROVED)
            .row(REQUESTED, Occasion.REFUSED, REFUSED)
            .row(REQUESTED, Occasion.ENDED, EXPIRED)
            .row(APPROVED, Occasion.WRITTEN, READY)
            .row(APPROVED, Occasion.ENDED, EXPIRED)
            .row(READY, Occasion.ENDED, EXPIRED);

    Optional<ExportState> next(Occasion occasion) {
        return TABLE.next(this, occasion);
    }

    /** Refused as a state conflict where it cannot happen. */
    ExportState after(Occasion occasion) {
        return TABLE.after(this, occasion);
    }
}

package cn.gov.zhuozhou.aid.registry.duplicate;

import cn.gov.zhuozhou.aid.chassis.state.Transitions;

/** How a merge stands, and what moves it from one state to the next. */
enum MergeState {
    PROPOSED,
    MERGED,
    REFUSED,
    UNDO_PROPOSED,
    UNDONE;

    enum Occasion {
        CONFIRMED,
        REFUSED,
        UNDO_ASKED
    }

    private static final Transitions<MergeState, Occasion> TABLE = Transitions.<MergeState, Occasion>none()
            .row(PROPOSED, Occasion.CONFIRMED, MERGED)
            .row(PROPOSED, Occasion.REFUSED, REFUSED)
            .row(MERGED, Occasion.UNDO_ASKED, UNDO_PROPOSED)
            .row(UNDO_PROPOSED, Occasion.CONFIRMED, UNDONE)
            .row(UNDO_PROPOSED, Occasion.REFUSED, MERGED);

    /** Refused as a state conflict where it cannot happen. */
    MergeState after(Occasion occasion) {
        return TABLE.after(this, occasion);
    }
}

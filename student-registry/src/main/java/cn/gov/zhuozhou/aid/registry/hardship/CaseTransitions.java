package cn.gov.zhuozhou.aid.registry.hardship;

import static cn.gov.zhuozhou.aid.registry.hardship.CaseState.CLOSED;
import static cn.gov.zhuozhou.aid.registry.hardship.CaseState.CONFIRMED;
import static cn.gov.zhuozhou.aid.registry.hardship.CaseState.OPEN;
import static cn.gov.zhuozhou.aid.registry.hardship.CaseState.PROPOSED;
import static cn.gov.zhuozhou.aid.registry.hardship.CaseState.REJECTED;

import cn.gov.zhuozhou.aid.chassis.state.Transitions;
import java.util.EnumSet;
import java.util.Optional;

/** The states of a case and what moves it. What stands in no row cannot happen. */
final class CaseTransitions {
    enum Occasion {
        /** One person decides where a second has to agree. */
        PROPOSED,
        /** One person decides where nobody's money follows. */
        CONFIRMED,
        REJECTED,
        /** The second person agrees with a confirmation. */
        CONFIRMATION_AGREED,
        /** The second person agrees with a rejection. */
        REJECTION_AGREED,
        /** The second person does not agree. */
        RETURNED,
        /** Who proposed takes it back. */
        WITHDRAWN,
        UNDONE,
        /** Matching finds that the facts no longer ask. */
        CAUSE_GONE
    }

    private static final Transitions<CaseState, Occasion> TABLE = Transitions.<CaseState, Occasion>none()
            .row(OPEN, Occasion.PROPOSED, PROPOSED)
            .row(OPEN, Occasion.CONFIRMED, CONFIRMED)
            .row(OPEN, Occasion.REJECTED, REJECTED)
            .row(PROPOSED, Occasion.CONFIRMATION_AGREED, CONFIRMED)
            .row(PROPOSED, Occasion.REJECTION_AGREED, REJECTED)
            .row(PROPOSED, Occasion.RETURNED, OPEN)
            .row(PROPOSED, Occasion.WITHDRAWN, OPEN)
            .row(EnumSet.of(CONFIRMED, REJECTED), Occasion.UNDONE, OPEN)
            .row(EnumSet.of(OPEN, PROPOSED, CONFIRMED, REJECTED), Occasion.CAUSE_GONE, CLOSED);

    private CaseTransitions() {}

    static Optional<CaseState> next(CaseState from, Occasion occasion) {
        return TABLE.next(from, occasion);
    }
}

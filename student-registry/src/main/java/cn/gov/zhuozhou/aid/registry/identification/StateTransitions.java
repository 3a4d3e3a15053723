package cn.gov.zhuozhou.aid.registry.identification;

import static cn.gov.zhuozhou.aid.registry.identification.State.AWAITING_DECISION;
import static cn.gov.zhuozhou.aid.registry.identification.State.EFFECTIVE;
import static cn.gov.zhuozhou.aid.registry.identification.State.ON_NOTICE;
import static cn.gov.zhuozhou.aid.registry.identification.State.PROPOSED;
import static cn.gov.zhuozhou.aid.registry.identification.State.REJECTED;
import static cn.gov.zhuozhou.aid.registry.identification.State.REVIEWED;
import static cn.gov.zhuozhou.aid.registry.identification.State.WITHDRAWN;

import cn.gov.zhuozhou.aid.chassis.state.Transitions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The states of an identification and what moves it from one to the next. What stands in no row cannot happen. */
final class StateTransitions {
    /** What happened; each is told as EligibilityChanged, and in the trail where a person did it. */
    enum Occasion {
        /** The rules ask for a change, or for a new one in place of the former. */
        CHANGE_PROPOSED,
        /** The rules keep, or return to, what is in force. */
        KEPT,
        /** The rules cannot tell without proof. */
        PROOF_ASKED,
        /** The rules find no ground any more. */
        GROUND_GONE,
        APPROVED,
        /** Approved, and nothing is added or reduced: no notice is needed (S70). */
        CONFIRMED,
        RETURNED,
        RESUBMITTED,
        POSTED,
        NOTICE_PASSED,
        OBJECTION_UPHELD,
        /** A false statement was confirmed by the second person; the law cancels upon verification, without a notice. */
        CANCELLED
    }

    private static final Set<State> ANY = EnumSet.allOf(State.class);

    private static final Transitions<State, Occasion> TABLE = Transitions.<State, Occasion>none()
            .row(ANY, Occasion.CHANGE_PROPOSED, PROPOSED)
            .row(ANY, Occasion.KEPT, EFFECTIVE)
            .row(ANY, Occasion.PROOF_ASKED, AWAITING_DECISION)
            .row(EnumSet.complementOf(EnumSet.of(EFFECTIVE)), Occasion.GROUND_GONE, WITHDRAWN)
            .row(PROPOSED, Occasion.APPROVED, REVIEWED)
            .row(PROPOSED, Occasion.CONFIRMED, EFFECTIVE)
            .row(PROPOSED, Occasion.RETURNED, REJECTED)
            .row(REJECTED, Occasion.RESUBMITTED, PROPOSED)
            .row(REVIEWED, Occasion.POSTED, ON_NOTICE)
            .row(ON_NOTICE, Occasion.NOTICE_PASSED, EFFECTIVE)
            .row(ON_NOTICE, Occasion.OBJECTION_UPHELD, REJECTED)
            .row(EnumSet.of(PROPOSED, REVIEWED, ON_NOTICE, REJECTED), Occasion.CANCELLED, EFFECTIVE);

    private StateTransitions() {}

    static Optional<State> next(State from, Occasion occasion) {
        return TABLE.next(from, occasion);
    }

    /** Refused as a state conflict where it cannot happen. */
    static State of(State from, Occasion occasion) {
        return TABLE.after(from, occasion);
    }
}

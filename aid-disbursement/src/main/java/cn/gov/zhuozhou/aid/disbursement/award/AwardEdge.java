package cn.gov.zhuozhou.aid.disbursement.award;

import static cn.gov.zhuozhou.aid.disbursement.award.AwardState.APPROVED;
import static cn.gov.zhuozhou.aid.disbursement.award.AwardState.PROPOSED;
import static cn.gov.zhuozhou.aid.disbursement.award.AwardState.STOPPED;
import static cn.gov.zhuozhou.aid.disbursement.award.AwardState.SUSPENDED;

/** Every way an award changes, as one table: what happened, from where, to where. From null = the award begins. */
enum AwardEdge {
    BEGUN(Event.PROPOSED, null, PROPOSED),
    BEGUN_ON_HOLD(Event.HELD, null, SUSPENDED),

    GRANTED(Event.APPROVED, PROPOSED, APPROVED),
    REOPENED(Event.REOPENED, APPROVED, PROPOSED),

    PROPOSAL_CHANGED(Event.AMOUNT_CHANGED, PROPOSED, PROPOSED),
    GRANT_CHANGED(Event.AMOUNT_CHANGED, APPROVED, PROPOSED),

    PROPOSAL_RENEWED(Event.FACTS_RENEWED, PROPOSED, PROPOSED),
    GRANT_RENEWED(Event.FACTS_RENEWED, APPROVED, APPROVED),
    HOLD_RENEWED(Event.FACTS_RENEWED, SUSPENDED, SUSPENDED),

    GRANT_SET_OFF(Event.SET_OFF, APPROVED, APPROVED),
    PROPOSAL_GIVEN_BACK(Event.GIVEN_BACK, PROPOSED, PROPOSED),
    GRANT_GIVEN_BACK(Event.GIVEN_BACK, APPROVED, APPROVED),
    HOLD_GIVEN_BACK(Event.GIVEN_BACK, SUSPENDED, SUSPENDED),
    ENDED_GIVEN_BACK(Event.GIVEN_BACK, STOPPED, STOPPED),

    PROPOSAL_HELD(Event.HELD, PROPOSED, SUSPENDED),
    GRANT_HELD(Event.HELD, APPROVED, SUSPENDED),
    PROPOSAL_RELEASED(Event.RELEASED, SUSPENDED, PROPOSED),
    GRANT_REINSTATED(Event.REINSTATED, SUSPENDED, APPROVED),

    PROPOSAL_STOPPED(Event.STOPPED, PROPOSED, STOPPED),
    GRANT_STOPPED(Event.STOPPED, APPROVED, STOPPED),
    HOLD_STOPPED(Event.STOPPED, SUSPENDED, STOPPED);

    /** What happens to awards. */
    enum Event {
        PROPOSED,
        APPROVED,
        REOPENED,
        AMOUNT_CHANGED,
        FACTS_RENEWED,
        /** A part is kept back because the pupil owes. */
        SET_OFF,
        /** A part of what was paid came back, in money or set off. */
        GIVEN_BACK,
        HELD,
        RELEASED,
        REINSTATED,
        STOPPED
    }

    private final Event event;
    private final AwardState from;
    private final AwardState to;

    AwardEdge(Event event, AwardState from, AwardState to) {
        this.event = event;
        this.from = from;
        this.to = to;
    }

    Event event() {
        return event;
    }

    AwardState from() {
        return from;
    }

    AwardState to() {
        return to;
    }

    /** The edge an event takes from a state; an event that has none there is a mistake of the caller. */
    static AwardEdge of(AwardState from, Event event) {
        for (AwardEdge edge : values()) {
            if (edge.from == from && edge.event == event) {
                return edge;
            }
        }
        throw new IllegalStateException("an award that is " + from + " cannot be " + event);
    }
}

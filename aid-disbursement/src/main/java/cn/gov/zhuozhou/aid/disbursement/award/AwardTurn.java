package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Who changes many awards in one transaction, when: events of the registry side by side, a bulk approval and findings alone.
 * Each locks awards in its own order, so without turns they would end in deadlocks.
 */
@ApplicationScoped
class AwardTurn {
    private static final String NAME = "award";

    @Inject
    Turns turns;

    /** For what the registry tells that is about no single pupil. */
    void ofEvents() {
        turns.beside(NAME);
    }

    /** For what the registry tells of a pupil; what concerns one pupil happens one after the other. */
    void ofEventsOn(UUID studentId) {
        ofEvents();
        turns.alone("award.pupil", studentId);
    }

    /** Waits for the events being handled, and lets later ones wait until the present transaction ends. */
    void alone() {
        turns.alone(NAME);
    }
}

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
public class AwardTurn {
    private static final String NAME = "award";

    @Inject
    Turns turns;

    /** For what the registry tells that is about no single pupil. */
    void ofEvents() {
        turns.beside(NAME);
    }

    /** For what concerns one pupil, which happens one after the other: what the registry tells of him, and what others enter. */
    public void ofEventsOn(UUID studentId) {
        ofEvents();
        turns.alone("award.pupil", studentId);
    }

    /** Waits for the events being handled, and lets later ones wait until the present transaction ends. */
    public void alone() {
        turns.alone(NAME);
    }
}

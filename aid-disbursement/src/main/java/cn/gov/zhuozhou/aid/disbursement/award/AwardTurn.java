package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Who changes many awards in one transaction, when: arriving events side by side, a bulk approval alone. Each locks awards in
 * its own order, so without turns they would end in deadlocks.
 */
@ApplicationScoped
class AwardTurn {
    private static final String NAME = "award";

    @Inject
    Turns turns;

    /** What concerns one pupil happens one after the other. */
    void ofEventsOn(UUID studentId) {
        turns.beside(NAME);
        turns.alone("award.pupil", studentId);
    }

    /** Waits for the events being handled, and lets later ones wait until the present transaction ends. */
    void ofApproval() {
        turns.alone(NAME);
    }
}

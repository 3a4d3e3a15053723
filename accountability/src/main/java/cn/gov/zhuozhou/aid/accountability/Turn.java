package cn.gov.zhuozhou.aid.accountability;

import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Lets one transaction at a time change posts, pupils and assignments, so that the pupils of a teacher are counted on settled
 * facts. Taken first in the transaction.
 */
@ApplicationScoped
public class Turn {
    @Inject
    Turns turns;

    public void take() {
        turns.alone("assignment");
    }
}

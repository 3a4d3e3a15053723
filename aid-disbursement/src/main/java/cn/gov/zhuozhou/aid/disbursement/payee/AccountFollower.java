package cn.gov.zhuozhou.aid.disbursement.payee;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Follows what the registry tells of pupils: an account that may not be right any more waits until its holder is proven again. */
@ApplicationScoped
public class AccountFollower {
    private static final Actor REGISTRY = Actor.system("registry");

    @Inject
    AccountStore store;

    @Inject
    Trail trail;

    /** To be called once the pupil's newest state is kept, in the same transaction. */
    public void pupilChanged(UUID studentId) {
        for (AccountStore.Doubted doubted : store.doubtedOf(studentId)) {
            store.askAgain(doubted, REGISTRY);
            trail.record(
                    REGISTRY,
                    "payee.asked-again",
                    Payees.SUBJECT,
                    doubted.id().toString(),
                    null,
                    Map.of("reason", doubted.why()));
        }
    }
}

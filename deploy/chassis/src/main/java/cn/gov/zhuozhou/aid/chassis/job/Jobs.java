package cn.gov.zhuozhou.aid.chassis.job;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.util.Optional;
import java.util.UUID;

/** Where long work is asked for and looked at. */
@ApplicationScoped
public class Jobs {
    @Inject
    JobStore store;

    @Inject
    JobRunner runner;

    /** Queues a job in the caller's transaction; it starts when that has committed. */
    public UUID submit(String kind, String subject, Actor actor) {
        if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("a job is queued together with what it is about");
        }
        UUID id = Ids.next();
        store.insert(id, kind, subject, actor);
        runner.wakeAfterCommit();
        return id;
    }

    public Optional<JobView> find(UUID id) {
        return store.find(id);
    }

    /** Asks a job to stop; false where it has finished already. */
    public boolean cancel(UUID id) {
        boolean open = store.cancel(id);
        if (open) {
            store.find(id).filter(JobView::finished).ifPresent(runner::cancelledUnbegun);
        }
        return open;
    }
}

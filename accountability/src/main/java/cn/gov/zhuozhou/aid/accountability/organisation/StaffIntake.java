package cn.gov.zhuozhou.aid.accountability.organisation;

import cn.gov.zhuozhou.aid.accountability.AccountabilityProblem;
import cn.gov.zhuozhou.aid.accountability.Turn;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.job.Jobs;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes staff lists in: each is a snapshot, so who is no longer named has left his post. */
@ApplicationScoped
class StaffIntake {
    @Inject
    EntityManager entities;

    @Inject
    StaffBatches batches;

    @Inject
    Jobs jobs;

    @Inject
    Trail trail;

    @Inject
    BusinessClock clock;

    @Inject
    Turn turn;

    @Inject
    StaffTeller teller;

    @Inject
    Event<SchoolStaffChanged> changes;

    /** Keeps a readable list and queues the work; refused where a newer one is in force. */
    StaffBatch receive(LocalDate asOf, byte[] content, Actor actor) {
        requireNewest(asOf);
        var batch = new StaffBatch(asOf, content, actor, clock.now());
        batch.runBy(jobs.submit(StaffFeedJob.KIND, batch.id().toString(), actor));
        batches.persistAndFlush(batch);
        trail.record(actor, "staff.received", "staff-batch", batch.id().toString(), null);
        return batch;
    }

    /** Brings people and posts to what the list says; in the caller's transaction. */
    void apply(UUID batchId) {
        turn.take();
        StaffBatch batch = batches.findById(batchId);
        requireNewest(batch.asOf());
        StaffRows list = StaffFile.read(batch.content(), postCodes());
        var diff = StaffDiff.between(
                entities.createQuery("from Person", Person.class).getResultList(),
                entities.createQuery("from Post where until is null", Post.class)
                        .getResultList(),
                list,
                batch.asOf());
        // What ends is written before what begins.
        entities.flush();
        diff.joined().forEach(entities::persist);
        diff.started().forEach(entities::persist);
        batch.done(list, diff, clock.now());
        entities.flush();
        batches.keepRows(batchId, list.rows());
        teller.tell(diff.people());
        if (!diff.schools().isEmpty()) {
            changes.fire(new SchoolStaffChanged(diff.schools()));
        }
    }

    private void requireNewest(LocalDate asOf) {
        List<LocalDate> newest = entities.createQuery(
                        "select max(b.asOf) from StaffBatch b where b.state = DONE", LocalDate.class)
                .getResultList();
        if (newest.getFirst() != null && newest.getFirst().isAfter(asOf)) {
            throw new ProblemException(
                    AccountabilityProblem.STAFF_LIST_OUTDATED,
                    Text.of("现行名单的日期为 %s。", "The list in force is as of %s.").formatted(newest.getFirst()));
        }
    }

    private Map<String, String> postCodes() {
        return entities.createQuery("from PostKind", PostKind.class)
                .getResultStream()
                .collect(Collectors.toMap(PostKind::title, PostKind::code));
    }
}

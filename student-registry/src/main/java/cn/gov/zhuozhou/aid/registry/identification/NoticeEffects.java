package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.registry.identification.Proposal.Proposer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What public notices do to identifications; each call in the caller's transaction, which takes the lock first. */
@ApplicationScoped
public class NoticeEffects {
    @Inject
    IdentificationStore store;

    @Inject
    Semesters semesters;

    @Inject
    Evaluator evaluator;

    @Inject
    BusinessClock clock;

    /** No identification changes in another transaction until this one ends. */
    public void lock() {
        store.lock();
    }

    /** Reviewed proposals go on notice. */
    public void post(UUID noticeId, Collection<UUID> identificationIds) {
        store.save(store.find(identificationIds).stream()
                .map(i -> Change.of(i, i.posted(noticeId)))
                .toList());
    }

    /** The period has ended: what is still on this notice takes effect. */
    public void pass(UUID noticeId, Collection<UUID> identificationIds) {
        store.save(onNotice(noticeId, identificationIds).stream()
                .map(i -> Change.of(i, i.noticePassed(clock.today())))
                .toList());
    }

    /** An objection held: what is still on this notice is refused. */
    public void reject(UUID noticeId, Collection<UUID> identificationIds) {
        store.save(onNotice(noticeId, identificationIds).stream()
                .map(i -> Change.of(i, i.objectionUpheld()))
                .toList());
    }

    /** An objection held where nothing waited any more: what is in force stays until somebody has ruled anew. */
    public void reexamine(Collection<UUID> identificationIds, Actor by) {
        List<UUID> students = store.find(identificationIds).stream()
                .map(Identification::studentId)
                .toList();
        semesters.current().ifPresent(semester -> evaluator.evaluate(semester, students, Proposer.of(by)));
    }

    private List<Identification> onNotice(UUID noticeId, Collection<UUID> ids) {
        return store.find(ids).stream()
                .filter(i -> i.state() == State.ON_NOTICE
                        && noticeId.equals(i.proposal().noticeId()))
                .toList();
    }
}

package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessCalendar;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.event.Outbox;
import cn.gov.zhuozhou.aid.chassis.leak.Leak;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.identification.NoticeEffects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Posting notices and ending them. */
@ApplicationScoped
class Notices {
    @Inject
    NoticeStore store;

    @Inject
    NoticeLines lines;

    @Inject
    NoticeEffects effects;

    @Inject
    NoticeTerms terms;

    @Inject
    NoticeContacts contacts;

    @Inject
    NoticePages pages;

    @Inject
    NoticeEvidence evidence;

    @Inject
    BusinessClock clock;

    @Inject
    BusinessCalendar calendar;

    @Inject
    Outbox outbox;

    @Inject
    Trail trail;

    /** Header and summary as somebody worded them; null where the usual words will do. */
    record Wording(String title, String summary) {
        static final Wording USUAL = new Wording(null, null);
    }

    /** Posts what waits at one school. */
    Notice post(String semester, String schoolCode, Notice.Kind kind, Wording wording, Actor actor) {
        if (!store.seesSchool(schoolCode, actor.jurisdiction())) {
            throw ProblemException.notFound();
        }
        effects.lock();
        NoticeLines.Waiting wanted = new NoticeLines.Waiting(schoolCode, kind);
        if (!lines.waiting(scope(semester, actor.jurisdiction())).contains(wanted)) {
            throw new ProblemException(NoticeProblem.NOTHING_TO_POST);
        }
        return postWaiting(semester, wanted, wording, actor);
    }

    /** Posts what waits at all schools of the actor's jurisdiction. */
    List<Notice> postAll(String semester, Actor actor) {
        effects.lock();
        return lines.waiting(scope(semester, actor.jurisdiction())).stream()
                .map(waiting -> postWaiting(semester, waiting, Wording.USUAL, actor))
                .toList();
    }

    /** Ends a notice whose last day has passed; what nobody disputes takes effect. Safe to be called again. */
    void closeIfOver(UUID noticeId) {
        effects.lock();
        store.find(noticeId, Jurisdiction.BUREAU)
                .filter(n -> n.state() == Notice.State.POSTED && n.lastDay().isBefore(clock.today()))
                .ifPresent(this::close);
    }

    private void close(Notice notice) {
        List<UUID> pending = lines.pending(notice.id());
        lines.passAll(notice.id());
        effects.pass(notice.id(), pending);
        pages.periodOver(notice.id());
        Notice closed = notice.closed();
        store.close(closed);
        outbox.append(closed.closedEvent(evidence.gaps(closed)));
    }

    private Notice postWaiting(String semester, NoticeLines.Waiting waiting, Wording wording, Actor actor) {
        Map<String, Object> values = scope(semester, actor.jurisdiction());
        values.put("school", waiting.schoolCode());
        values.put("kind", waiting.kind());
        Notice begun =
                begin(semester, waiting, terms.period(waiting.kind(), lines.stages(values), clock.today()), actor);
        values.put("notice", begun.id());
        lines.insert(values);
        effects.post(begun.id(), lines.pending(begun.id()));
        Notice posted = worded(begun.id(), wording);
        refuseLeaks(posted);
        pages.putUp(posted, actor);
        outbox.append(posted.postedEvent());
        trail.record(
                actor, "notice.posted", "public-notice", posted.id().toString(), null, Map.of("lines", posted.lines()));
        return posted;
    }

    private Notice begin(String semester, NoticeLines.Waiting waiting, int days, Actor actor) {
        LocalDate first = clock.today();
        Notice begun = new Notice(
                Ids.next(),
                semester,
                waiting.schoolCode(),
                null,
                waiting.kind(),
                first,
                calendar.lastDayOf(first, days),
                Notice.State.POSTED,
                0,
                null,
                days,
                clock.now(),
                1);
        store.insert(begun, actor);
        return begun;
    }

    private Notice worded(UUID id, Wording wording) {
        Notice bare = store.find(id, Jurisdiction.BUREAU).orElseThrow();
        store.say(
                id,
                new Notice.Words(
                        wording.title() == null ? NoticeWords.title(bare) : wording.title(),
                        wording.summary() == null ? NoticeWords.summary(bare) : wording.summary(),
                        contacts.objectionsTo(bare.schoolCode())));
        return store.find(id, Jurisdiction.BUREAU).orElseThrow();
    }

    private void refuseLeaks(Notice notice) {
        List<Leak> leaks =
                new ArrayList<>(NoticeLeaks.in("title", "标题", notice.words().title()));
        leaks.addAll(NoticeLeaks.in("summary", "说明", notice.words().summary()));
        leaks.addAll(NoticeLeaks.in("objectionsTo", "异议受理", notice.words().objectionsTo()));
        leaks.addAll(NoticeLeaks.in(lines.of(notice.id())));
        NoticeLeaks.refuse(leaks);
    }

    private static Map<String, Object> scope(String semester, Jurisdiction own) {
        Map<String, Object> values = own.parameters();
        values.put("semester", semester);
        return values;
    }
}

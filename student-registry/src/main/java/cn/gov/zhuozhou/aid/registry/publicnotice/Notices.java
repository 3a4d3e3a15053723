package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessCalendar;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.event.Outbox;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.identification.NoticeEffects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
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
    NoticeConfig config;

    @Inject
    BusinessClock clock;

    @Inject
    BusinessCalendar calendar;

    @Inject
    Outbox outbox;

    @Inject
    Trail trail;

    /** Posts what waits at one school. */
    Notice post(String semester, String schoolCode, Notice.Kind kind, Actor actor) {
        if (!store.seesSchool(schoolCode, actor.jurisdiction())) {
            throw ProblemException.notFound();
        }
        effects.lock();
        NoticeLines.Waiting wanted = new NoticeLines.Waiting(schoolCode, kind);
        if (!lines.waiting(scope(semester, actor.jurisdiction())).contains(wanted)) {
            throw new ProblemException(NoticeProblem.NOTHING_TO_POST);
        }
        return postWaiting(semester, wanted, actor);
    }

    /** Posts what waits at all schools of the actor's jurisdiction. */
    List<Notice> postAll(String semester, Actor actor) {
        effects.lock();
        return lines.waiting(scope(semester, actor.jurisdiction())).stream()
                .map(waiting -> postWaiting(semester, waiting, actor))
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
        Notice closed = notice.closed();
        store.close(closed);
        outbox.append(closed.event());
    }

    private Notice postWaiting(String semester, NoticeLines.Waiting waiting, Actor actor) {
        UUID id = Ids.next();
        LocalDate first = clock.today();
        LocalDate last = calendar.workingDays().lastOf(first, config.workingDays());
        store.insert(id, semester, waiting, first, last, actor);
        Map<String, Object> values = scope(semester, actor.jurisdiction());
        values.put("notice", id);
        values.put("school", waiting.schoolCode());
        values.put("kind", waiting.kind());
        lines.insert(values);
        effects.post(id, lines.pending(id));
        Notice posted = store.find(id, Jurisdiction.BUREAU).orElseThrow();
        outbox.append(posted.event());
        trail.record(actor, "notice.posted", "public-notice", id.toString(), null, Map.of("lines", posted.lines()));
        return posted;
    }

    private static Map<String, Object> scope(String semester, Jurisdiction own) {
        Map<String, Object> values = own.parameters();
        values.put("semester", semester);
        return values;
    }
}

package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessCalendar;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.identification.NoticeEffects;
import cn.gov.zhuozhou.aid.registry.publicnotice.ObjectionTransitions.LineEffect;
import cn.gov.zhuozhou.aid.registry.publicnotice.ObjectionTransitions.Occasion;
import cn.gov.zhuozhou.aid.registry.publicnotice.ObjectionTransitions.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Objections: the line they are against waits, the rest of the list goes on. Nobody judges what he recorded himself. */
@ApplicationScoped
class Objections {
    @Inject
    ObjectionStore store;

    @Inject
    NoticeLines lines;

    @Inject
    NoticeTerms terms;

    @Inject
    NoticeEffects effects;

    @Inject
    BusinessCalendar calendar;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    /** Records an objection and suspends its line. */
    Objection raise(Notice notice, UUID lineId, String content, String objector, Actor actor) {
        effects.lock();
        boolean ofThisNotice =
                lines.of(notice.id()).stream().anyMatch(line -> line.id().equals(lineId));
        if (!ofThisNotice) {
            throw ProblemException.notFound();
        }
        if (notice.state() == Notice.State.CLOSED) {
            throw new ProblemException(NoticeProblem.NOTICE_CLOSED);
        }
        if (!lines.move(lineId, NoticeLine.State.LISTED, NoticeLine.State.SUSPENDED)) {
            throw new ProblemException(NoticeProblem.LINE_NOT_LISTED);
        }
        UUID id = Ids.next();
        store.insert(id, notice.id(), lineId, content, objector, due(NoticeTerms.Matter.RECHECK), actor);
        return told("notice.objected", notice, id, actor);
    }

    /** The school looks again; another person writes the minutes. */
    Objection recheck(Notice notice, UUID id, String minutes, Actor actor) {
        Objection objection = taken(notice, id);
        Row step = ObjectionTransitions.of(objection.state(), Occasion.MINUTES_WRITTEN);
        requireAnother(actor, objection.raised());
        store.recheck(id, step.to(), minutes, actor);
        return told("notice.objection-rechecked", notice, id, actor);
    }

    /** The school's written answer. */
    Objection answer(Notice notice, UUID id, boolean upheld, String answer, Actor actor) {
        Objection objection = taken(notice, id);
        Row step = ObjectionTransitions.of(objection.state(), upheld ? Occasion.FOUND_RIGHT : Occasion.FOUND_WRONG);
        requireAnother(actor, objection.raised());
        store.answer(id, step.to(), answer, actor);
        affect(notice, objection.lineId(), step.line(), actor);
        return told("notice.objection-answered", notice, id, actor);
    }

    /** The objector goes on to the aid centre. */
    Objection appeal(Notice notice, UUID id, String grounds, Actor actor) {
        Objection objection = taken(notice, id);
        Row step = ObjectionTransitions.of(objection.state(), Occasion.APPEAL_RAISED);
        store.appeal(id, step.to(), grounds, due(NoticeTerms.Matter.APPEAL), actor);
        affect(notice, objection.lineId(), step.line(), actor);
        return told("notice.objection-appealed", notice, id, actor);
    }

    /** The aid centre's answer. */
    Objection answerAppeal(Notice notice, UUID id, boolean upheld, String answer, Actor actor) {
        Objection objection = taken(notice, id);
        Row step = ObjectionTransitions.of(
                objection.state(), upheld ? Occasion.APPEAL_FOUND_RIGHT : Occasion.APPEAL_FOUND_WRONG);
        requireAnother(actor, objection.answer().by());
        requireAnother(actor, objection.appeal().raised());
        store.answerAppeal(id, step.to(), answer, actor);
        affect(notice, objection.lineId(), step.line(), actor);
        return told("notice.appeal-answered", notice, id, actor);
    }

    private Objection taken(Notice notice, UUID id) {
        effects.lock();
        return store.find(notice.id(), id).orElseThrow(ProblemException::notFound);
    }

    private LocalDate due(NoticeTerms.Matter matter) {
        LocalDate today = clock.today();
        return calendar.lastDayAfter(today, terms.workingDays(matter, today));
    }

    private static void requireAnother(Actor actor, Objection.By before) {
        if (actor.is(before.id())) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
    }

    /** A line that has taken effect meanwhile, or that nothing waited for, stays: what is in force changes by a new ruling only. */
    private void affect(Notice notice, UUID lineId, LineEffect effect, Actor actor) {
        boolean over = notice.state() == Notice.State.CLOSED;
        List<UUID> waiting = lines.pendingOn(lineId);
        switch (effect) {
            case NONE -> {}
            case WAIT -> lines.move(lineId, NoticeLine.State.LISTED, NoticeLine.State.SUSPENDED);
            case GO_ON -> {
                var next = over ? NoticeLine.State.PASSED : NoticeLine.State.LISTED;
                if (lines.move(lineId, NoticeLine.State.SUSPENDED, next) && over) {
                    effects.pass(notice.id(), waiting);
                }
            }
            case REFUSE -> {
                if (lines.move(lineId, NoticeLine.State.SUSPENDED, NoticeLine.State.REJECTED)) {
                    effects.reject(notice.id(), waiting);
                }
                effects.reexamine(lines.settledOn(lineId), actor);
            }
        }
    }

    private Objection told(String action, Notice notice, UUID id, Actor actor) {
        trail.record(actor, action, "public-notice", notice.id().toString(), null, Map.of("objection", id));
        return store.find(notice.id(), id).orElseThrow();
    }
}

package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.outofarea.Answer.Said;
import cn.gov.zhuozhou.aid.registry.outofarea.Answer.Source;
import cn.gov.zhuozhou.aid.registry.outofarea.AnswerStore.Responsibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** How people answer the nine questions. In the caller's transaction. */
@ApplicationScoped
class Answers {
    @Inject
    OutOfAreaStudents students;

    @Inject
    AnswerStore store;

    @Inject
    Evidence evidence;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    OutOfAreaStudent answer(UUID id, String ifMatch, Question question, Said said, Source source, Actor actor) {
        if (!question.takes(said)) {
            throw new ProblemException(OutOfAreaProblem.ANSWER_NOT_FITTING, question.label());
        }
        students.lock(id, ifMatch, actor);
        return keep(id, question, Answer.State.ANSWERED, said, source, actor);
    }

    /** Takes an answer back, so that it is asked again. */
    OutOfAreaStudent reopen(UUID id, String ifMatch, Question question, Actor actor) {
        students.lock(id, ifMatch, actor);
        Answer known = store.present(id).get(question);
        if (known == null || !known.isAnswered()) {
            throw new ProblemException(OutOfAreaProblem.ANSWER_NOT_FITTING, question.label());
        }
        return keep(id, question, Answer.State.REOPENED, Said.NOTHING, Source.OTHER, actor);
    }

    /** S78: the school before, if there was one, is responsible until the day before. */
    OutOfAreaStudent hand(UUID id, String ifMatch, Responsibility to, Actor actor) {
        OutOfAreaStudent seen = students.lock(id, ifMatch, actor);
        boolean local = to.code() != null;
        if (local == (to.name() != null)) {
            throw new ProblemException(OutOfAreaProblem.ONE_SCHOOL);
        }
        if (local
                && database.number("select count(*) from school where code = :code", Map.of("code", to.code())) == 0) {
            throw new ProblemException(OutOfAreaProblem.SCHOOL_UNKNOWN);
        }
        LocalDate earliest =
                seen.responsible() == null ? LocalDate.MIN : seen.responsible().since();
        if (to.since().isBefore(earliest) || to.since().isAfter(clock.today())) {
            throw new ProblemException(
                    OutOfAreaProblem.DATE_NOT_POSSIBLE,
                    Text.of(
                            "不得早于现责任学校的起始日，也不得晚于今天。",
                            "Not before the present school's first day, and not in the future."));
        }
        store.hand(id, to, actor);
        trail.record(actor, "out-of-area.responsible-school", OutOfAreaStudentResource.SUBJECT, id.toString(), null);
        return students.settle(id);
    }

    private OutOfAreaStudent keep(
            UUID id, Question question, Answer.State state, Said said, Source source, Actor actor) {
        store.add(id, question, state, said, source, actor);
        if (question == Question.FOUR_CATEGORY) {
            evidence.follow(id);
        }
        trail.record(
                actor,
                "out-of-area.answer",
                OutOfAreaStudentResource.SUBJECT,
                id.toString(),
                null,
                Map.of("question", question.statement(), "state", state));
        return students.settle(id);
    }
}

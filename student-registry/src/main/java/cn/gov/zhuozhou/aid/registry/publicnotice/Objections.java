package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.identification.NoticeEffects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Objections: the line they are against waits, the rest of the list goes on. */
@ApplicationScoped
class Objections {
    private static final String SELECT = """
            select id, line_id, content, objector, state, answer, raised_by, raised_at, answered_by_name, answered_at
            from objection where notice_id = :notice
            """;

    @Inject
    Database database;

    @Inject
    NoticeLines lines;

    @Inject
    NoticeEffects effects;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    List<Objection> of(UUID noticeId) {
        return database.list(SELECT + " order by id", Map.of("notice", noticeId), Objections::read);
    }

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
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("notice", notice.id());
        values.put("line", lineId);
        values.put("content", content);
        values.put("objector", objector);
        values.put("by", actor.id());
        values.put("now", clock.now());
        database.update("""
                insert into objection (id, notice_id, line_id, content, objector, state, raised_by, raised_at)
                values (:id, :notice, :line, :content, :objector, 'OPEN', :by, :now)
                """, values);
        trail.record(actor, "notice.objected", "public-notice", notice.id().toString(), null, Map.of("objection", id));
        return find(notice.id(), id).orElseThrow();
    }

    /** The second person's answer: the line is refused, or goes on and takes effect if the period is over already. */
    Objection answer(Notice notice, UUID objectionId, boolean upheld, String answer, Actor actor) {
        effects.lock();
        Objection objection = find(notice.id(), objectionId).orElseThrow(ProblemException::notFound);
        if (objection.state() != Objection.State.OPEN) {
            throw new ProblemException(NoticeProblem.OBJECTION_ANSWERED);
        }
        if (actor.is(objection.raisedBy())) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        settle(notice, objection.lineId(), upheld);
        database.update(
                """
                update objection set state = :state, answer = :answer, answered_by = :by, answered_by_name = :name,
                    answered_at = :now where id = :id
                """,
                Map.of(
                        "id",
                        objectionId,
                        "state",
                        upheld ? Objection.State.UPHELD : Objection.State.DISMISSED,
                        "answer",
                        answer,
                        "by",
                        actor.id(),
                        "name",
                        actor.name(),
                        "now",
                        clock.now()));
        trail.record(
                actor, "notice.objection-answered", "public-notice", notice.id().toString(), answer);
        return find(notice.id(), objectionId).orElseThrow();
    }

    private void settle(Notice notice, UUID lineId, boolean upheld) {
        boolean over = notice.state() == Notice.State.CLOSED;
        NoticeLine.State next =
                upheld ? NoticeLine.State.REJECTED : over ? NoticeLine.State.PASSED : NoticeLine.State.LISTED;
        if (!lines.move(lineId, NoticeLine.State.SUSPENDED, next)) {
            return;
        }
        List<UUID> identification = lines.pendingOn(lineId);
        if (upheld) {
            effects.reject(notice.id(), identification);
        } else if (over) {
            effects.pass(notice.id(), identification);
        }
    }

    private Optional<Objection> find(UUID noticeId, UUID id) {
        return database.first(SELECT + " and id = :id", Map.of("notice", noticeId, "id", id), Objections::read);
    }

    private static Objection read(ResultSet row) throws SQLException {
        return new Objection(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                Objection.State.valueOf(row.getString(5)),
                row.getString(6),
                row.getString(7),
                Rows.instant(row, 8),
                row.getString(9),
                Rows.instant(row, 10));
    }
}

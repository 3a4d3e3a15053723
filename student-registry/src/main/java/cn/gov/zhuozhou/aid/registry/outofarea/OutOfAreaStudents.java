package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.event.OutboundEvent;
import cn.gov.zhuozhou.aid.chassis.event.Outbox;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.registry.Masked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Pupils out of area within a jurisdiction, and what is told of them. */
@ApplicationScoped
class OutOfAreaStudents {
    /** What a list is narrowed to; null parts do not narrow. */
    record Filter(
            OutOfAreaStudent.State state,
            String town,
            Stage stage,
            Boolean inHardship,
            Boolean complete,
            Standing.Overdue overdue,
            Boolean escalated) {}

    private static final String SETTLE = """
            update out_of_area_student set version = version + 1, stage = :stage,
              complete_since = case when :complete then coalesce(complete_since, :today) end,
              needs_from = :needs, overdue = :overdue, escalated_on = case when :escalated then coalesce(escalated_on, :today) end
            where id = :id""";

    @Inject
    NeedStore needs;

    @Inject
    Database database;

    @Inject
    AnswerStore answers;

    @Inject
    FieldCrypto crypto;

    @Inject
    BusinessClock clock;

    @Inject
    Outbox outbox;

    List<OutOfAreaStudent> list(Filter filter, Jurisdiction own, UUID after, int most) {
        return database.list(
                OutOfAreaStudent.SELECT + """
                 and s.state = coalesce(:state, 'ACTIVE') and (:wantedTown::text is null or s.town = :wantedTown)
                  and (:stage::text is null or s.stage = :stage)
                  and (:inHardship::boolean is null or s.in_hardship = :inHardship)
                  and (:complete::boolean is null or (s.complete_since is not null) = :complete)
                  and (:overdue::text is null or s.overdue = :overdue)
                  and (:escalated::boolean is null or (s.escalated_on is not null) = :escalated)
                  and (:after::uuid is null or s.id > :after)
                order by s.id limit :most""",
                Values.of(own.parameters())
                        .and("state", filter.state())
                        .and("wantedTown", filter.town())
                        .and("stage", filter.stage())
                        .and("inHardship", filter.inHardship())
                        .and("complete", filter.complete())
                        .and("overdue", filter.overdue())
                        .and("escalated", filter.escalated())
                        .and("after", after)
                        .and("most", most),
                OutOfAreaStudent::of);
    }

    OutOfAreaStudent find(UUID id, Jurisdiction own) {
        return database.first(
                        OutOfAreaStudent.SELECT + " and s.id = :id",
                        Values.of(own.parameters()).and("id", id),
                        OutOfAreaStudent::of)
                .orElseThrow(ProblemException::notFound);
    }

    /** Sealed, it never leaves the feature but in a letter the receiving school needs it in. */
    Optional<String> number(UUID id) {
        return database
                .list(
                        "select identity_sealed from out_of_area_student where id = :id and identity_sealed is not null",
                        Map.of("id", id),
                        row -> row.getBytes(1))
                .stream()
                .findFirst()
                .map(crypto::decrypt);
    }

    /** As the caller saw it, for an act of the town or the bureau. */
    OutOfAreaStudent lock(UUID id, String ifMatch, Actor actor) {
        OutOfAreaStudent locked = lock(id, actor);
        Versions.require(ifMatch, locked.version());
        return locked;
    }

    /** For an act on something of the pupil's that has a version of its own. */
    OutOfAreaStudent lock(UUID id, Actor actor) {
        OutOfAreaStudent seen = find(id, actor.jurisdiction());
        if (!actor.jurisdiction().coversTown(seen.town())) {
            throw new ProblemException(
                    CommonProblem.ROLE_NOT_ALLOWED,
                    Text.of("由户籍所在乡镇中心校办理。", "The central school of the household's town does this."));
        }
        await(id);
        OutOfAreaStudent locked = find(id, actor.jurisdiction());
        if (!locked.isActive()) {
            throw new ProblemException(OutOfAreaProblem.NOT_OUT_OF_AREA);
        }
        return locked;
    }

    void await(UUID id) {
        database.list("select 1 from out_of_area_student where id = :id for update", Map.of("id", id), row -> row);
    }

    /** Brings what follows from the facts in line, counts the version up and tells of it; every act ends here. */
    OutOfAreaStudent settle(UUID id) {
        LocalDate today = clock.today();
        OutOfAreaStudent changed = find(id, Jurisdiction.BUREAU);
        var known = answers.present(id);
        Needs needed = needs.on(today);
        Standing standing = changed.standing(today);
        boolean complete =
                Completeness.of(known, changed.responsible() != null, needed).isComplete();
        database.update(
                SETTLE,
                Values.of("id", id)
                        .and("stage", Completeness.stage(known))
                        .and("complete", complete)
                        .and("needs", needed.from())
                        .and("today", today)
                        .and("overdue", standing.overdue())
                        .and("escalated", standing.escalated()));
        OutOfAreaStudent settled = find(id, Jurisdiction.BUREAU);
        Answer four = known.get(Question.FOUR_CATEGORY);
        Boolean fourCategory = four == null ? null : four.confirmed();
        outbox.append(new OutboundEvent(
                OutOfAreaStudentChanged.TOPIC,
                id.toString(),
                OutOfAreaStudentChanged.TYPE,
                id.toString(),
                settled.version(),
                OutOfAreaStudentChanged.of(settled, fourCategory, standing, aids(id), pupil(id))));
        return settled;
    }

    /** Whose day has passed and nobody said so yet, or of whom other answers are needed since. */
    List<UUID> passed(int most) {
        return database.list(
                """
                select s.id from out_of_area_student s
                left join lateral (select * from out_of_area_letter where student_id = s.id and state <> 'SUPERSEDED'
                                   order by no desc limit 1) l on true
                where s.state = 'ACTIVE' and (s.needs_from < :needs or s.in_hardship and s.overdue is null
                  and case when l.state = 'DISPATCHED' then l.reply_due_on < :today else s.letter_due_on < :today end
                  and not exists (select 1 from out_of_area_reply r where r.letter_id = l.id))
                order by s.id limit :most""",
                Map.of("today", clock.today(), "needs", needs.on(clock.today()).from(), "most", most),
                row -> row.getObject(1, UUID.class));
    }

    /** Asked again under the lock. */
    boolean isPassed(UUID id) {
        OutOfAreaStudent now = find(id, Jurisdiction.BUREAU);
        boolean measuredByOthers = database.number(
                        "select count(*) from out_of_area_student where id = :id and needs_from < :needs",
                        Map.of("id", id, "needs", needs.on(clock.today()).from()))
                > 0;
        return measuredByOthers || now.standing(clock.today()).overdue() != now.overdue();
    }

    /** What schools elsewhere said last they grant him: the other half of A12. */
    private List<OutOfAreaStudentChanged.Aid> aids(UUID id) {
        return database.list(
                """
                select a.semester, a.programme, a.amount_fen from out_of_area_reply_aid a
                join out_of_area_letter l on l.student_id = :id
                join lateral (select r.id, r.aided from out_of_area_reply r where r.letter_id = l.id order by r.id desc limit 1) r
                  on r.id = a.reply_id and r.aided
                order by a.semester, l.no, a.position""",
                Map.of("id", id),
                row -> new OutOfAreaStudentChanged.Aid(
                        row.getString(1), Masked.anywhere(row.getString(2)), row.getLong(3)));
    }

    /** Semesters in which a school elsewhere aids him and the county has identified the same person. */
    List<String> alsoIdentifiedHere(UUID id) {
        UUID pupil = pupil(id);
        if (pupil == null) {
            return List.of();
        }
        return database.list(
                "select semester from identification where student_id = :pupil and identified and semester = any (:semesters) order by 1",
                Map.of(
                        "pupil",
                        pupil,
                        "semesters",
                        aids(id).stream()
                                .map(OutOfAreaStudentChanged.Aid::semester)
                                .distinct()
                                .toList()),
                row -> row.getString(1));
    }

    /** The county's own record of the same person, where it has one. */
    private UUID pupil(UUID id) {
        return database.first("""
                        select i.student_id from out_of_area_student s
                        join pupil_identity i on i.identity_index = s.identity_index and i.name = s.name
                        where s.id = :id order by i.certain desc, i.student_id limit 1""", Map.of("id", id), row -> row.getObject(1, UUID.class))
                .orElse(null);
    }
}

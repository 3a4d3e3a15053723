package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The answers about pupils and the schools responsible for them; all that was ever said stays. */
@ApplicationScoped
class AnswerStore {
    /**
     * One school responsible for a time (S78).
     *
     * @param code of a school of the county; null where it lies elsewhere
     * @param until the first day it is not any more; null while it is
     */
    record Responsibility(
            String code,
            String name,
            String place,
            LocalDate since,
            LocalDate until,
            Answer.Source source,
            String by) {}

    private static final String SELECT =
            "select question, state, yes, codes, said, source, answered_by_name, answered_at from out_of_area_answer";

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    /** The newest of each question. */
    Map<Question, Answer> present(UUID student) {
        Map<Question, Answer> present = new EnumMap<>(Question.class);
        history(student).forEach(answer -> present.putIfAbsent(answer.question(), answer));
        return present;
    }

    /** The newest first. */
    List<Answer> history(UUID student) {
        return database.list(
                SELECT + " where student_id = :student order by id desc",
                Map.of("student", student),
                AnswerStore::answer);
    }

    void add(UUID student, Question question, Answer.State state, Answer.Said said, Answer.Source source, Actor actor) {
        database.update(
                """
                insert into out_of_area_answer (id, student_id, question, state, yes, codes, said, source, answered_by,
                  answered_by_name, answered_at)
                values (:id, :student, :question, :state, :yes, :codes::text[], :said, :source, :by, :byName, :now)""",
                Values.of("id", Ids.next())
                        .and("student", student)
                        .and("question", question)
                        .and("state", state)
                        .and("yes", said.yes())
                        .and("codes", said.codes())
                        .and("said", said.words())
                        .and("source", source)
                        .and("by", actor.id())
                        .and("byName", actor.name())
                        .and("now", clock.now()));
    }

    List<Responsibility> responsibilities(UUID student) {
        return database.list(
                """
                select r.school_code, coalesce(s.name, r.remote_school), r.remote_place, r.valid_from, r.valid_to, r.source,
                  r.set_by_name
                from out_of_area_responsibility r left join school s on s.code = r.school_code
                where r.student_id = :student order by r.valid_from desc, r.id desc""",
                Map.of("student", student),
                row -> new Responsibility(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        Rows.constant(row, 6, Answer.Source.class),
                        row.getString(7)));
    }

    /** Ends the responsibility of the school before on the first day of the new one. */
    void hand(UUID student, Responsibility to, Actor actor) {
        Values values = Values.of("id", Ids.next())
                .and("student", student)
                .and("code", to.code())
                .and("name", to.code() == null ? to.name() : null)
                .and("place", to.place())
                .and("since", to.since())
                .and("source", to.source())
                .and("by", actor.id())
                .and("byName", actor.name())
                .and("now", clock.now());
        database.update(
                "update out_of_area_responsibility set valid_to = :since where student_id = :student and valid_to is null",
                values);
        database.update("""
                insert into out_of_area_responsibility (id, student_id, school_code, remote_school, remote_place, valid_from,
                  source, set_by, set_by_name, set_at)
                values (:id, :student, :code, :name, :place, :since, :source, :by, :byName, :now)""", values);
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                Rows.constant(row, 1, Question.class),
                Rows.constant(row, 2, Answer.State.class),
                new Answer.Said(row.getObject(3, Boolean.class), Rows.strings(row, 4), row.getString(5)),
                Rows.constant(row, 6, Answer.Source.class),
                row.getString(7),
                Rows.instant(row, 8));
    }
}

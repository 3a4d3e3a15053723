package cn.gov.zhuozhou.aid.registry.enrolment;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.enrolment.Timeline.Said;
import cn.gov.zhuozhou.aid.registry.feed.FeedMerges;
import cn.gov.zhuozhou.aid.registry.hardship.PupilMatching;
import cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import cn.gov.zhuozhou.aid.registry.student.StudentEvents;
import cn.gov.zhuozhou.aid.registry.student.Students;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The enrolment of pupils over time, and changes people record between two files. */
@ApplicationScoped
class Enrolments {
    /** What changes from a day on; null stays as it is. */
    record Change(
            LocalDate from,
            String schoolCode,
            Stage stage,
            Integer grade,
            String className,
            Boolean boarding,
            EnrolmentState enrolmentState,
            String reason) {
        Place on(Place before) {
            return new Place(
                    schoolCode == null ? before.schoolCode() : schoolCode,
                    stage == null ? before.stage() : stage,
                    grade == null ? before.grade() : grade,
                    className == null ? before.className() : className,
                    boarding == null ? before.boarding() : boarding,
                    enrolmentState == null ? before.enrolmentState() : enrolmentState);
        }
    }

    private record Current(Place place, long revision, LocalDate lastChange) {}

    private static final String SAID = """
            select e.student_id, e.valid_from, e.school_code, e.stage, e.grade, e.class_name, e.boarding, e.state, e.batch_id,
              e.reason, e.acted_name
            from student p join enrolment_change e on e.student_id = p.id
            where p.id = :id or p.merged_into = :id
            order by e.valid_from, e.id""";

    private static final String CURRENT = """
            select p.school_code, p.stage, p.grade, p.class_name, p.boarding, p.enrolment_state as state, p.revision,
              (select max(e.valid_from) from enrolment_change e where e.student_id = p.id) as last_change
            from student p where p.id = :id for update""";

    private static final String TABLE = """
            create temporary table if not exists enrolment_act (student_id uuid) on commit delete rows;
            delete from enrolment_act""";

    private static final String CHANGE = """
            with changed as (
              update student set school_code = :school, stage = :stage, grade = :grade, class_name = :class,
                boarding = :boarding, enrolment_state = :state, revision = revision + 1
              where id = :id returning id)
            insert into enrolment_act select id from changed""";

    private static final String SAY = """
            insert into enrolment_change (id, student_id, valid_from, school_code, stage, grade, class_name, boarding, state,
              reason, acted_by, acted_name, recorded_at)
            values (:changeId, :id, :from, :school, :stage, :grade, :class, :boarding, :state, :reason, :by, :name, :now)""";

    @Inject
    Database database;

    @Inject
    Students students;

    @Inject
    FeedMerges merges;

    @Inject
    PupilMatching matching;

    @Inject
    StudentEvents events;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    List<Timeline.Period> of(UUID id) {
        boolean fromOutside = database.first(
                        "select entry_mode = 'TRANSFERRED_IN' from student where id = :id",
                        Map.of("id", id),
                        row -> row.getBoolean(1))
                .orElse(false);
        List<Said> said = database.list(
                SAID,
                Map.of("id", id),
                row -> new Said(
                        row.getObject("student_id", UUID.class),
                        row.getObject("valid_from", LocalDate.class),
                        place(row),
                        row.getObject("batch_id", UUID.class),
                        row.getString("reason"),
                        row.getString("acted_name")));
        return Timeline.of(said, id, fromOutside ? Step.TRANSFERRED_IN : Step.ENTERED);
    }

    /** Records a change in the caller's transaction; what a file says later of a later day goes before it. */
    void change(UUID id, String ifMatch, Change change, Actor actor) {
        merges.takeTurn();
        students.requireCurrent(id, actor.jurisdiction());
        Current current = database.first(
                        CURRENT,
                        Map.of("id", id),
                        row -> new Current(
                                place(row), row.getLong("revision"), row.getObject("last_change", LocalDate.class)))
                .orElseThrow(ProblemException::notFound);
        Versions.require(ifMatch, current.revision());
        Place after = change.on(current.place());
        Step step = permitted(current, change, after);
        write(id, change, after, actor);
        trail.record(
                actor,
                "enrolment.changed",
                "student",
                id.toString(),
                Masked.anywhere(change.reason()),
                Map.of("step", step, "from", change.from()));
        matching.touch(List.of(id));
        matching.settle(change.from());
    }

    private Step permitted(Current current, Change change, Place after) {
        if (change.from().isAfter(clock.today())) {
            throw new ProblemException(EnrolmentProblem.DAY_IN_THE_FUTURE);
        }
        if (current.lastChange() != null && change.from().isBefore(current.lastChange())) {
            throw new ProblemException(EnrolmentProblem.LATER_CHANGE_KNOWN);
        }
        if (change.schoolCode() != null && !isSchool(change.schoolCode())) {
            throw new ProblemException(EnrolmentProblem.UNKNOWN_SCHOOL);
        }
        return Step.between(current.place(), after)
                .orElseThrow(() -> new ProblemException(EnrolmentProblem.STEP_NOT_POSSIBLE));
    }

    private boolean isSchool(String code) {
        return database.first("select 1 from school where code = :code", Map.of("code", code), row -> row.getInt(1))
                .isPresent();
    }

    private void write(UUID id, Change change, Place after, Actor actor) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("school", after.schoolCode());
        values.put("stage", after.stage());
        values.put("grade", after.grade());
        values.put("class", after.className());
        values.put("boarding", after.boarding());
        values.put("state", after.enrolmentState());
        values.put("changeId", Ids.next());
        values.put("from", change.from());
        values.put("reason", Masked.anywhere(change.reason()));
        values.put("by", actor.id());
        values.put("name", actor.name());
        values.put("now", clock.now());
        database.execute(TABLE);
        database.update(CHANGE, values);
        database.update(SAY, values);
        events.ofPupilsIn("enrolment_act");
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getString("school_code"),
                Stage.valueOf(row.getString("stage")),
                row.getInt("grade"),
                row.getString("class_name"),
                row.getBoolean("boarding"),
                EnrolmentState.valueOf(row.getString("state")));
    }
}

package cn.gov.zhuozhou.aid.disbursement.pupil;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where each pupil was and when it became known; only added to. */
@ApplicationScoped
public class Places {
    /** From when on a pupil was known to be there. */
    public record Stay(LocalDate since, String schoolName, Place place) {}

    /**
     * Joins of the alias {@code a}, which has a student_id and a semester, and of {@code :today}: {@code l} is where he was on the census
     * day, null while it is not set or not over. Who became known only after the day was there on it as far as anybody can tell.
     */
    public static final String ON_CENSUS_DAY = """
            left join census c on c.semester = a.semester and c.day <= :today
            left join lateral (
              select * from pupil_place x where x.student_id = a.student_id and c.day is not null
              order by (x.since <= c.day) desc, case when x.since <= c.day then -x.revision else x.revision end
              limit 1) l on true
            """;

    private static final String ADD = """
            insert into pupil_place (student_id, revision, since, school_code, school_name, school_town, stage, grade,
                                     boarding, enrolment_state)
            select student_id, revision, :today, school_code, school_name, school_town, stage, grade, boarding,
                   enrolment_state
            from pupil p where student_id = :student
              and not exists (
                select from (
                  select * from pupil_place where student_id = :student order by revision desc limit 1) l
                where (l.school_code, l.school_town, l.stage, l.grade, l.boarding, l.enrolment_state)
                    = (p.school_code, p.school_town, p.stage, p.grade, p.boarding, p.enrolment_state))
            """;

    private static final String OF_ONE = """
            select l.school_code, l.school_town, l.stage, l.grade, l.boarding, l.enrolment_state
            from (select :student::uuid as student_id, :semester as semester) a
            """ + ON_CENSUS_DAY + "where l.student_id is not null";

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    /** Keeps the pupil's present place where it differs from the last one kept. */
    void add(UUID studentId) {
        database.update(ADD, Map.of("student", studentId, "today", clock.today()));
    }

    /** Where he was on the semester's census day; empty while that is not set or not over, or he is not known. */
    public Optional<Place> onCensusDay(UUID studentId, Semester semester) {
        return database.first(
                OF_ONE,
                Values.of("student", studentId).and("semester", semester.code()).and("today", clock.today()),
                row -> place(row, 1));
    }

    public List<Stay> of(UUID studentId) {
        return database.list(
                """
                select since, school_name, school_code, school_town, stage, grade, boarding, enrolment_state
                from pupil_place where student_id = :student order by revision
                """,
                Map.of("student", studentId),
                row -> new Stay(row.getObject(1, LocalDate.class), row.getString(2), place(row, 3)));
    }

    /** Reads school, town, stage, grade, boarding, enrolment state from a column on. */
    public static Place place(ResultSet row, int from) throws SQLException {
        return new Place(
                row.getString(from),
                row.getString(from + 1),
                Stage.valueOf(row.getString(from + 2)),
                row.getInt(from + 3),
                row.getBoolean(from + 4),
                row.getString(from + 5));
    }
}

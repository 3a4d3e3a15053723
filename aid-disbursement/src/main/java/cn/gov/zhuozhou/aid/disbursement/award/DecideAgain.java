package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.job.JobRun;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Decides many pupils' awards again, in portions that each take their turn; who fares the same keeps his award as it is. */
@ApplicationScoped
class DecideAgain {
    private static final int PORTION = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    // A pupil may count at a school he has left: where he was on the census day, or where his award was granted.
    private static final String RULED = """
            select distinct e.student_id from eligibility e
            where e.semester = :semester and e.student_id > :after
              and (:school::text is null or e.student_id in (
                select p.student_id from pupil p where p.school_code = :school
                union select l.student_id from pupil_place l where l.school_code = :school))
            order by e.student_id limit :limit
            """;

    @Inject
    Database database;

    @Inject
    DecideAwards awards;

    @Inject
    AwardTurn turn;

    /** Whoever has a ruling in a semester from the first on. */
    void from(Semester first, JobRun job) {
        from(first, null, job);
    }

    /** The same, of those who are or were at a school; null for all. */
    void from(Semester first, String school, JobRun job) {
        long done = 0;
        for (Semester semester : semestersFrom(first)) {
            List<UUID> portion = ruledAfter(BEFORE_ALL, semester, school);
            while (!portion.isEmpty()) {
                decide(portion, semester);
                done += portion.size();
                job.progress(done, null);
                portion = ruledAfter(portion.getLast(), semester, school);
            }
        }
    }

    private void decide(List<UUID> students, Semester semester) {
        QuarkusTransaction.requiringNew().run(() -> {
            turn.alone();
            students.forEach(student -> awards.decide(student, semester));
        });
    }

    private List<Semester> semestersFrom(Semester first) {
        return database.list(
                "select distinct semester from eligibility where semester_first_day(semester) >= :day",
                Map.of("day", first.firstDay()),
                row -> Semester.parse(row.getString(1)));
    }

    private List<UUID> ruledAfter(UUID student, Semester semester, String school) {
        return database.list(
                RULED,
                Values.of("semester", semester.code())
                        .and("after", student)
                        .and("school", school)
                        .and("limit", PORTION),
                row -> row.getObject(1, UUID.class));
    }
}

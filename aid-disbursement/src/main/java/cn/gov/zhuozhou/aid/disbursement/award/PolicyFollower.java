package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.job.JobHandler;
import cn.gov.zhuozhou.aid.chassis.job.JobRun;
import cn.gov.zhuozhou.aid.chassis.job.Jobs;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyInForce;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Decides again, in portions, whom a set just put in force governs; who fares the same keeps his award as it is. */
@ApplicationScoped
class PolicyFollower implements JobHandler {
    static final String KIND = "policy-in-force";
    private static final int PORTION = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Inject
    Database database;

    @Inject
    Jobs jobs;

    @Inject
    DecideAwards awards;

    @Inject
    AwardTurn turn;

    void onPolicy(@Observes PolicyInForce set) {
        jobs.submit(KIND, set.from().code(), set.by());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun job) {
        long done = 0;
        for (Semester semester : semestersFrom(Semester.parse(job.subject()))) {
            List<UUID> portion = ruledAfter(BEFORE_ALL, semester);
            while (!portion.isEmpty()) {
                decide(portion, semester);
                done += portion.size();
                job.progress(done, null);
                portion = ruledAfter(portion.getLast(), semester);
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

    private List<UUID> ruledAfter(UUID student, Semester semester) {
        return database.list(
                """
                select distinct student_id from eligibility where semester = :semester and student_id > :after
                order by student_id limit :limit
                """,
                Map.of("semester", semester.code(), "after", student, "limit", PORTION),
                row -> row.getObject(1, UUID.class));
    }
}

package cn.gov.zhuozhou.aid.registry.student;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.Masked;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Pupils who struggle with learning (学困), as their school says: for a semester, or until it says otherwise. */
@ApplicationScoped
class Struggling {
    record Listing(
            UUID id,
            String semester,
            String reason,
            String setBy,
            Instant setAt,
            String endedBy,
            Instant endedAt,
            String endReason) {}

    @Inject
    Database database;

    @Inject
    KeyVisits keyVisits;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    List<Listing> of(UUID student) {
        return database.list(
                """
                select id, semester, reason, set_by_name, set_at, ended_by_name, ended_at, end_reason
                from struggling_pupil where student_id = :student order by id desc""",
                Map.of("student", student),
                row -> new Listing(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Rows.instant(row, 5),
                        row.getString(6),
                        Rows.instant(row, 7),
                        row.getString(8)));
    }

    /** Lists the pupil for the present semester. */
    Listing list(UUID student, String reason, Actor by) {
        Map<String, Object> values = act(student, reason, by);
        values.put("id", Ids.next());
        values.put("semester", clock.semester().code());
        int listed = database.update("""
                insert into struggling_pupil (id, student_id, semester, reason, set_by, set_by_name, set_at)
                values (:id, :student, :semester, :reason, :by, :name, :now)
                on conflict do nothing""", values);
        if (listed == 0) {
            throw new ProblemException(StudentProblem.ALREADY_STRUGGLING);
        }
        trail.record(by, "student.struggling-listed", "student", student.toString(), Masked.anywhere(reason));
        keyVisits.changed(student);
        return of(student).getFirst();
    }

    Listing end(UUID student, String reason, Actor by) {
        if (endOf(student, reason, by) == 0) {
            throw new ProblemException(StudentProblem.NOT_STRUGGLING);
        }
        trail.record(by, "student.struggling-ended", "student", student.toString(), Masked.anywhere(reason));
        return of(student).getFirst();
    }

    /** With its semester a listing ends by itself; the school lists again who still struggles. */
    @Scheduled(every = "${aid.student.struggling-every:60s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void endWithTheSemester() {
        List<UUID> over = database.list(
                "select student_id from struggling_pupil where ended_at is null and semester <> :semester limit 1000",
                Map.of("semester", clock.semester().code()),
                row -> row.getObject(1, UUID.class));
        for (UUID student : over) {
            QuarkusTransaction.requiringNew().run(() -> endOf(student, "学期结束", Actor.system("student")));
        }
    }

    private int endOf(UUID student, String reason, Actor by) {
        int ended = database.update("""
                update struggling_pupil set ended_by = :by, ended_by_name = :name, ended_at = :now, end_reason = :reason
                where student_id = :student and ended_at is null""", act(student, reason, by));
        if (ended > 0) {
            keyVisits.changed(student);
        }
        return ended;
    }

    private Map<String, Object> act(UUID student, String reason, Actor by) {
        Map<String, Object> values = new HashMap<>();
        values.put("student", student);
        values.put("reason", Masked.anywhere(reason));
        values.put("by", by.id());
        values.put("name", by.name());
        values.put("now", clock.now());
        return values;
    }
}

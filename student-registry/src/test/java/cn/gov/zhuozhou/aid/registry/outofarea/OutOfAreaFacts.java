package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the database holds of a pupil out of area, and days that pass for him alone: the tests share one clock. */
@ApplicationScoped
class OutOfAreaFacts {
    @Inject
    Database database;

    String ofTask(UUID task) {
        return database
                .list(
                        "select id from out_of_area_student where task_id = :task",
                        Map.of("task", task),
                        row -> row.getString(1))
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** The last state told, as JSON. */
    String told(String student) {
        return events(student).getLast();
    }

    List<String> events(String student) {
        return database.list(
                "select payload from outbox where event_key = :key and topic = 'student-registry.out-of-area' order by id",
                Map.of("key", student),
                row -> row.getString(1));
    }

    void letterDayPassed(String student) {
        database.update(
                "update out_of_area_student set letter_due_on = letter_due_on - 60 where id = :id::uuid",
                Map.of("id", student));
    }

    void endedLongAgo(String student) {
        database.update(
                "update out_of_area_student set ended_on = '2010-01-01' where id = :id::uuid", Map.of("id", student));
    }

    void replyDayPassed(String letter) {
        database.update("""
                update out_of_area_letter set dispatched_on = dispatched_on - 60, reply_due_on = reply_due_on - 60
                where id = :id::uuid""", Map.of("id", letter));
    }

    void addResponsible(String student, String school, String from, String to) {
        database.update("""
                insert into out_of_area_responsibility (id, student_id, remote_school, valid_from, valid_to, source, set_by,
                  set_by_name, set_at)
                values (uuidv7(), :student::uuid, :school, :from::date, :to::date, 'OTHER', 'test', 'test', now())""", Map.of("student", student, "school", school, "from", from, "to", to));
    }
}

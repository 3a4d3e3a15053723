package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the registry holds about the children of a test's own village. */
@ApplicationScoped
public class DeskFacts {
    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    public UUID student(Village.Child child) {
        return database.first(
                        "select id from student where student_number_index = :number",
                        Map.of("number", crypto.index("student-number", child.studentNumber())),
                        row -> row.getObject(1, UUID.class))
                .orElseThrow();
    }

    /** The live case of a kind about a pupil. */
    public UUID caseOf(Village.Child child, String kind) {
        return database.first(
                        "select id from match_case where student_id = :student and kind = :kind and state <> 'CLOSED'",
                        Map.of("student", student(child), "kind", kind),
                        row -> row.getObject(1, UUID.class))
                .orElseThrow();
    }

    /** The newest case of a person no pupil is, closed or not. */
    public UUID missing(Village.Child child) {
        return missing(child.identity());
    }

    public UUID missing(String identity) {
        return database
                .list(
                        "select id from match_case where person_index = :person and kind = 'NO_PUPIL' order by id desc",
                        Map.of("person", crypto.index("identity-number", identity)),
                        row -> row.getObject(1, UUID.class))
                .stream()
                .findFirst()
                .orElse(null);
    }

    public String stateOfCase(UUID id) {
        return database.first("select state from match_case where id = :id", Map.of("id", id), row -> row.getString(1))
                .orElseThrow();
    }

    /** Current evidence and live cases with a pupil. */
    public List<String> of(Village.Child child) {
        return database.list("""
                select 'evidence ' || category || ' ' || match_kind from evidence
                where student_id = :student and valid_to is null
                union all
                select 'case ' || kind || ' ' || state from match_case where student_id = :student and state <> 'CLOSED'
                order by 1 desc""", Map.of("student", student(child)), row -> row.getString(1));
    }

    public long steps(UUID caseId) {
        return database.first(
                        "select count(*) from match_decision where case_id = :id",
                        Map.of("id", caseId),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    public List<String> events(UUID task, String type) {
        return database.list(
                "select payload from outbox where event_key = :key and type like '%' || :type order by id",
                Map.of("key", task.toString(), "type", type), row -> row.getString(1));
    }

    /** As if time had passed. */
    public void bornEarlier(String identity, LocalDate birth) {
        database.update(
                "update register_entry set birth_date = :birth where person_index = :person",
                Map.of("birth", birth, "person", crypto.index("identity-number", identity)));
    }

    public void settledBefore(LocalDate day, UUID... tasks) {
        database.update(
                "update reverse_check set settled_at = cast(:day as date) - 7 where id = any (:tasks)",
                Map.of("day", day, "tasks", List.of(tasks)));
    }

    /** As if the task was opened when the person was of another age. */
    public void wasExpectedIn(UUID task, String stage) {
        database.update(
                "update reverse_check set expected_stage = :stage where id = :task",
                Map.of("task", task, "stage", stage));
    }

    /** As if the semester began now. */
    public void semesterNotLookedAt(LocalDate begins, LocalDate lastBegan) {
        database.update("delete from reverse_check_round where counted_on >= :day", Map.of("day", begins));
        database.update(
                "insert into reverse_check_round values (:day, 0, 0, now()) on conflict do nothing",
                Map.of("day", lastBegan));
    }
}

package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the registry holds about the pupils of a test's own county. */
@ApplicationScoped
class FeedFacts {
    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Inject
    Batches batches;

    @Inject
    FeedFiles files;

    /** Current evidence and live cases, pupils named by their position. */
    List<String> of(County county) {
        List<String> facts = new ArrayList<>();
        for (int i = 0; i < county.pupils().size(); i++) {
            int position = i;
            facts.addAll(database.list(
                    """
                    select 'evidence', ev.category, ev.match_kind from evidence ev join student s on s.id = ev.student_id
                    where s.student_number_index = :number and ev.valid_to is null
                    union all
                    select 'case', mc.kind, mc.state from match_case mc join student s on s.id = mc.student_id
                    where s.student_number_index = :number and mc.state <> 'CLOSED'
                    order by 1 desc, 2""",
                    Map.of("number", index(county.pupils().get(i))),
                    row -> "%s %d %s %s".formatted(row.getString(1), position, row.getString(2), row.getString(3))));
        }
        return facts;
    }

    UUID id(County.Pupil pupil) {
        return database.first(
                        "select id from student where student_number_index = :number",
                        Map.of("number", index(pupil)),
                        row -> row.getObject(1, UUID.class))
                .orElseThrow();
    }

    long pupils(County county) {
        return database.first(
                        "select count(*) from student where student_number_index = any(:numbers)",
                        Map.of("numbers", indexes(county)),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** Events told about these pupils. */
    long events(County county) {
        return database.first("""
                        select count(*) from outbox o join student s on s.id::text = o.event_key
                        where o.topic = 'student-registry.student' and s.student_number_index = any(:numbers)""", Map.of("numbers", indexes(county)), row -> row.getLong(1))
                .orElseThrow();
    }

    long count(String sql, JsonPath batch) {
        return database.first(sql, Map.of("batch", UUID.fromString(batch.getString("batchId"))), row -> row.getLong(1))
                .orElseThrow();
    }

    List<Integer> refusedLines(JsonPath batch) {
        return database.list(
                "select line_no from feed_row where batch_id = :batch and outcome = 'REFUSED' order by 1",
                Map.of("batch", UUID.fromString(batch.getString("batchId"))),
                row -> row.getInt(1));
    }

    /** Stores a file without queueing a job for it. */
    void keep(Batch batch, Path file) {
        batches.insert(
                batch, 1L, new FeedChecks.Table(batch.source().columns(), List.of("")), null, Actor.system("test"));
    }

    private List<UUID> indexes(County county) {
        return county.pupils().stream().map(this::index).toList();
    }

    private UUID index(County.Pupil pupil) {
        return crypto.index("student-number", pupil.number());
    }

    UUID openCase(UUID student) {
        return database.first(
                        "select id from match_case where student_id = :student and state = 'OPEN'",
                        Map.of("student", student),
                        row -> row.getObject(1, UUID.class))
                .orElseThrow();
    }

    /** A question about a file, whose file can be kept. */
    void asked(UUID whatIf, Feed feed) {
        database.update("""
                insert into what_if (id, semester, source, as_of, mode, sheets, job_id, asked_by, asked_by_name, asked_at)
                values (:id, '2019-spring', :source, '2019-03-04', 'SNAPSHOT', '{}', :id, 'test', 'test', now())""", Map.of("id", whatIf, "source", feed.code()));
    }
}

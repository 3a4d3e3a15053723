package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reviews by the second person; written once, never changed (the database refuses). */
@ApplicationScoped
class ReviewStore {
    enum Verdict {
        APPROVED,
        RETURNED
    }

    record Review(
            UUID id,
            UUID identificationId,
            UUID rulingId,
            Verdict decision,
            String opinion,
            String reviewedBy,
            Instant reviewedAt) {}

    private static final String UPLOADED = """
            select e.student_id from evidence e join feed_batch b on b.id = e.batch_id
            where e.student_id = any (:students) and b.created_by = :person
            union
            select e.student_id from evidence e
            join register_entry r on r.id = e.entry_id
            join feed_batch b on b.id = r.ended_by_batch
            where e.student_id = any (:students) and b.created_by = :person
            """;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    /** Pupils about whom this person brought in evidence himself, or its end. */
    Set<UUID> uploadedBy(Actor person, Collection<UUID> studentIds) {
        return new HashSet<>(database.list(
                UPLOADED, Map.of("students", studentIds, "person", person.id()), row -> row.getObject(1, UUID.class)));
    }

    void insert(Collection<Identification> reviewed, Verdict decision, String opinion, Actor by) {
        if (reviewed.isEmpty()) {
            return;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("decision", decision);
        values.put("opinion", opinion);
        values.put("by", by.id());
        values.put("name", by.name());
        values.put("at", clock.now());
        values.put("identifications", reviewed.stream().map(Identification::id).toList());
        values.put("rulings", reviewed.stream().map(i -> i.ground().rulingId()).toList());
        values.put("ids", reviewed.stream().map(i -> Ids.next()).toList());
        database.update("""
                insert into review (id, identification_id, ruling_id, decision, opinion, reviewed_by, reviewed_by_name,
                    reviewed_at)
                select t.id, t.identification, t.ruling, :decision, :opinion, :by, :name, :at
                from unnest(:ids::uuid[], :identifications::uuid[], :rulings::uuid[]) as t (id, identification, ruling)
                """, values);
    }

    List<Review> ofStudent(UUID studentId) {
        return database.list(
                """
                select r.id, r.identification_id, r.ruling_id, r.decision, r.opinion, r.reviewed_by_name, r.reviewed_at
                from review r join identification i on i.id = r.identification_id
                where i.student_id = :student order by r.id desc
                """,
                Map.of("student", studentId),
                row -> new Review(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        Verdict.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        Rows.instant(row, 7)));
    }
}

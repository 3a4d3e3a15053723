package cn.gov.zhuozhou.aid.registry.retention;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.Masked;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Pupils and batches that stay though their time is over, each with a reason. */
@ApplicationScoped
class Holds {
    enum Subject {
        STUDENT("student"),
        BATCH("feed_batch");

        private final String table;

        Subject(String table) {
            this.table = table;
        }
    }

    enum Reason {
        DISPUTE,
        RECOVERY,
        INSPECTION,
        LAWSUIT
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Hold(
            UUID id,
            Subject subject,
            UUID subjectId,
            Reason reason,
            String note,
            String placedByName,
            Instant placedAt,
            String liftedByName,
            Instant liftedAt,
            String liftNote,
            long version) {}

    private static final String SELECT = """
            select id, subject, subject_id, reason, note, placed_by_name, placed_at, lifted_by_name, lifted_at, lift_note, version
            from retention_hold
            """;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    Hold place(Subject subject, UUID subjectId, Reason reason, String note, Actor actor) {
        long known = database.number(
                "select count(*) from %s where id = :id".formatted(subject.table), Map.of("id", subjectId));
        if (known == 0) {
            throw ProblemException.notFound();
        }
        UUID id = Ids.next();
        String masked = Masked.anywhere(note.strip());
        int placed = database.update(
                """
                insert into retention_hold (id, subject, subject_id, version, reason, note, placed_by, placed_by_name, placed_at)
                values (:id, :subject, :subjectId, 1, :reason, :note, :by, :name, :now) on conflict do nothing
                """,
                Values.of("id", id)
                        .and("subject", subject)
                        .and("subjectId", subjectId)
                        .and("reason", reason)
                        .and("note", masked)
                        .and("by", actor.id())
                        .and("name", actor.name())
                        .and("now", clock.now()));
        if (placed == 0) {
            throw new ProblemException(RetentionProblem.HELD_ALREADY);
        }
        trail.record(
                actor,
                "retention.held",
                "retention-hold",
                id.toString(),
                masked,
                Map.of("subject", subject, "subjectId", subjectId, "why", reason));
        return find(id).orElseThrow();
    }

    Hold lift(UUID id, String note, String ifMatch, Actor actor) {
        Hold hold = database.first(SELECT + " where id = :id for update", Map.of("id", id), Holds::read)
                .orElseThrow(ProblemException::notFound);
        Versions.require(ifMatch, hold.version());
        if (hold.liftedAt() != null) {
            throw new ProblemException(RetentionProblem.HOLD_LIFTED);
        }
        String masked = Masked.anywhere(note.strip());
        database.update(
                """
                update retention_hold set lifted_by = :by, lifted_by_name = :name, lifted_at = :now, lift_note = :note,
                    version = version + 1
                where id = :id
                """,
                Values.of("id", id)
                        .and("by", actor.id())
                        .and("name", actor.name())
                        .and("now", clock.now())
                        .and("note", masked));
        trail.record(actor, "retention.hold-lifted", "retention-hold", id.toString(), masked);
        return find(id).orElseThrow();
    }

    Optional<Hold> find(UUID id) {
        return database.first(SELECT + " where id = :id", Map.of("id", id), Holds::read);
    }

    Page<Hold> list(boolean standingOnly, Paging paging) {
        return Page.of(
                database.list(
                        SELECT + """
                        where (not :standing or lifted_at is null) and (cast(:after as uuid) is null or id > :after)
                        order by id limit %d
                        """.formatted(paging.limit() + 1),
                        Values.of("standing", standingOnly).and("after", paging.afterId()),
                        Holds::read),
                paging.limit(),
                Hold::id);
    }

    private static Hold read(ResultSet row) throws SQLException {
        return new Hold(
                row.getObject(1, UUID.class),
                Subject.valueOf(row.getString(2)),
                row.getObject(3, UUID.class),
                Reason.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6),
                Rows.instant(row, 7),
                row.getString(8),
                Rows.instant(row, 9),
                row.getString(10),
                row.getLong(11));
    }
}

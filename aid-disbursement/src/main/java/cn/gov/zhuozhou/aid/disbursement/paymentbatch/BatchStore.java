package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.Approval;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchTransitions.Act;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.Duty;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Batches and their steps in the database, narrowed to the caller's jurisdiction. */
@ApplicationScoped
class BatchStore {
    /** One step of a batch's life. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            long revision,
            Act act,
            Approval part,
            String fromState,
            String toState,
            Duty duty,
            int round,
            String actor,
            String actorName,
            Instant at,
            String reason) {}

    private static final String SELECT = """
            select b.id, b.revision, b.kind, b.programme, b.semester, b.school_code, b.town, b.stage, b.state, b.replaces,
                   b.made_by, b.made_by_name, b.made_at, b.frozen_at, b.frozen_lines, b.frozen_fen, b.frozen_sha256
            from payment_batch b
            where (:ownSchool::text is null or b.school_code = :ownSchool) and (:ownTown::text is null or b.town = :ownTown)
            """;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    void insert(UUID id, Batch.Selection which, UUID replaces, Actor by) {
        database.update(
                """
                insert into payment_batch (id, revision, kind, programme, semester, school_code, town, stage, state, replaces,
                                           made_by, made_by_name, made_at)
                values (:id, 1, :kind, :programme, :semester, :school, :town, :stage, 'DRAFT', :replaces, :by, :name, :now)
                """,
                Values.of("id", id)
                        .and("kind", which.kind())
                        .and("programme", which.programme())
                        .and("semester", which.semester())
                        .and("school", which.schoolCode())
                        .and("town", which.town())
                        .and("stage", which.stage())
                        .and("replaces", replaces)
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now()));
    }

    Optional<Batch> find(UUID id, Jurisdiction within) {
        return database.first(
                SELECT + "and b.id = :id", Values.of(within.parameters()).and("id", id), BatchStore::batch);
    }

    /** Nobody else changes it until the present transaction ends. */
    Optional<Batch> lock(UUID id, Jurisdiction within) {
        return database.first(
                SELECT + "and b.id = :id for update",
                Values.of(within.parameters()).and("id", id),
                BatchStore::batch);
    }

    List<Batch> list(String semester, String programme, BatchState state, Jurisdiction within, UUID after, int limit) {
        return database.list(
                SELECT + """
                and (:semester::text is null or b.semester = :semester)
                and (:programme::text is null or b.programme = :programme) and (:state::text is null or b.state = :state)
                and (:after::uuid is null or b.id > :after) order by b.id limit :limit
                """,
                Values.of(within.parameters())
                        .and("semester", semester)
                        .and("programme", programme)
                        .and("state", state)
                        .and("after", after)
                        .and("limit", limit),
                BatchStore::batch);
    }

    /** The batch takes an edge, and the step is written down. */
    void move(Batch batch, BatchState to, Act act, Approval part, int round, String reason, Actor by) {
        int moved = database.update(
                "update payment_batch set state = :to, revision = revision + 1 where id = :id and revision = :revision",
                Map.of("to", to, "id", batch.id(), "revision", batch.revision()));
        if (moved != 1) {
            throw new IllegalStateException("batch " + batch.id() + " was changed although it was locked");
        }
        record(batch, to, act, part, round, reason, by);
    }

    void freeze(Batch batch, int lines, long fen, String sha256, int round, Actor by) {
        database.update(
                """
                update payment_batch set state = 'FROZEN', revision = revision + 1, frozen_at = :now, frozen_lines = :lines,
                       frozen_fen = :fen, frozen_sha256 = :sha where id = :id
                """,
                Values.of("now", clock.now())
                        .and("lines", lines)
                        .and("fen", fen)
                        .and("sha", sha256)
                        .and("id", batch.id()));
        record(batch, BatchState.FROZEN, Act.FROZEN, null, round, null, by);
    }

    private void record(Batch batch, BatchState to, Act act, Approval part, int round, String reason, Actor by) {
        database.update(
                """
                insert into payment_batch_step (batch_id, revision, act, part, from_state, to_state, duty, round, actor,
                                                actor_name, at, reason)
                values (:id, :revision, :act, :part, :from, :to, :duty, :round, :by, :name, :now, :reason)
                """,
                Values.of("id", batch.id())
                        .and("revision", batch.revision() + 1)
                        .and("act", act)
                        .and("part", part)
                        .and("from", batch.state())
                        .and("to", to)
                        .and("duty", act.duty())
                        .and("round", round)
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now())
                        .and("reason", reason));
    }

    List<Step> steps(UUID batchId) {
        return database.list("""
                select revision, act, part, from_state, to_state, duty, round, actor, actor_name, at, reason
                from payment_batch_step where batch_id = :id order by revision
                """, Map.of("id", batchId), BatchStore::step);
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getLong(1),
                Rows.constant(row, 2, Act.class),
                Rows.constant(row, 3, Approval.class),
                row.getString(4),
                row.getString(5),
                Rows.constant(row, 6, Duty.class),
                row.getInt(7),
                row.getString(8),
                row.getString(9),
                Rows.instant(row, 10),
                row.getString(11));
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(
                row.getObject(1, UUID.class),
                row.getLong(2),
                Rows.constant(row, 3, Batch.Kind.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                Rows.constant(row, 9, BatchState.class),
                row.getObject(10, UUID.class),
                row.getString(11),
                row.getString(12),
                Rows.instant(row, 13),
                Rows.instant(row, 14),
                row.getObject(15, Integer.class),
                row.getObject(16, Long.class),
                row.getString(17));
    }
}

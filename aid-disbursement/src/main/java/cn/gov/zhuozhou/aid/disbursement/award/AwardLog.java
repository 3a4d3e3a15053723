package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.event.Outbox;
import cn.gov.zhuozhou.aid.disbursement.ledger.Ledger;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Writes steps of awards down: the award's row, its history, and the event that tells of it, in one transaction. */
@ApplicationScoped
class AwardLog {
    /** One step of an award's history; amounts in fen. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            long revision,
            String event,
            String fromState,
            String toState,
            Long amountBeforeFen,
            Long amountFen,
            String actor,
            String actorName,
            Instant at,
            List<Reason> reasons) {}

    private static final String INSERT = """
            insert into award_history (award_id, revision, event, from_state, to_state, amount_before_fen, amount_fen,
                                       actor, actor_name, at, reasons)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    @Inject
    EntityManager database;

    @Inject
    DataSource dataSource;

    @Inject
    Outbox outbox;

    @Inject
    Ledger ledger;

    /** Each award at most once; afterwards the awards are detached, so that a long poll stays light. */
    void record(List<AwardStep> steps, Actor actor) {
        if (steps.isEmpty()) {
            return;
        }
        database.flush();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            for (AwardStep step : steps) {
                Award award = step.award();
                AwardEdge edge = step.edge();
                statement.setObject(1, award.id());
                statement.setLong(2, award.revision());
                statement.setString(3, edge.event().name());
                statement.setString(4, edge.from() == null ? null : edge.from().name());
                statement.setString(5, edge.to().name());
                statement.setObject(6, step.amountBefore());
                statement.setObject(7, award.amountFen());
                statement.setString(8, actor.id());
                statement.setString(9, actor.name());
                statement.setObject(10, award.decidedAt().atOffset(ZoneOffset.UTC));
                statement.setString(11, ReasonsColumn.write(step.reasons()));
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the history of awards cannot be written", e);
        }
        outbox.append(steps.stream()
                .map(step -> AwardChanged.of(step.award()).outbound())
                .toList());
        database.clear();
    }

    /** Before an approval falls: what was committed by it is taken back in the ledger. */
    void reverseCommitment(Award award, Actor actor) {
        if (award.commitmentId() != null) {
            ledger.reverse(award.commitmentId(), actor);
        }
    }

    List<Entry> of(UUID awardId) {
        String sql = """
                select revision, event, from_state, to_state, amount_before_fen, amount_fen, actor, actor_name, at, reasons
                from award_history where award_id = ? order by revision
                """;
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, awardId);
            try (var row = statement.executeQuery()) {
                List<Entry> found = new ArrayList<>();
                while (row.next()) {
                    found.add(new Entry(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, Long.class),
                            row.getObject(6, Long.class),
                            row.getString(7),
                            row.getString(8),
                            row.getObject(9, OffsetDateTime.class).toInstant(),
                            ReasonsColumn.read(row.getString(10))));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the history of an award cannot be read", e);
        }
    }
}

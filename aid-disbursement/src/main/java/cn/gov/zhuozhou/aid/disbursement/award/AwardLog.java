package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.event.Outbox;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Json;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.ledger.Ledger;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes steps of awards down: the award's row, its history, the event that tells of it, and what follows, in one transaction. */
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
                                       actor, actor_name, at, reasons, input)
            values (:award, :revision, :event, :from, :to, :before, :amount, :actor, :actorName, :at, :reasons, :input)
            """;

    @Inject
    EntityManager entities;

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    Event<AwardsStepped> stepped;

    @Inject
    Ledger ledger;

    @Inject
    Json json;

    /** What a person decided. */
    void record(List<AwardStep> steps, Actor actor) {
        write(steps, null, actor);
    }

    /** What was decided on these inputs. */
    void record(List<AwardStep> steps, DecisionInput input, Actor actor) {
        write(steps, json.write(input), actor);
    }

    /** Each award at most once; afterwards the awards are detached, so that a long poll stays light. */
    private void write(List<AwardStep> steps, String input, Actor actor) {
        if (steps.isEmpty()) {
            return;
        }
        entities.flush();
        database.batch(INSERT, steps, step -> values(step, input, actor));
        outbox.append(steps.stream()
                .map(step -> AwardChanged.of(step.award()).outbound())
                .toList());
        stepped.fire(
                new AwardsStepped(steps.stream().map(step -> step.award().id()).toList()));
        entities.clear();
    }

    private static Values values(AwardStep step, String input, Actor actor) {
        Award award = step.award();
        AwardEdge edge = step.edge();
        return Values.of("award", award.id())
                .and("revision", award.revision())
                .and("event", edge.event())
                .and("from", edge.from())
                .and("to", edge.to())
                .and("before", step.amountBefore())
                .and("amount", award.amountFen())
                .and("actor", actor.id())
                .and("actorName", actor.name())
                .and("at", step.at())
                .and("reasons", ReasonsColumn.write(step.reasons()))
                .and("input", input);
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
                from award_history where award_id = :award order by revision
                """;
        return database.list(sql, Map.of("award", awardId), AwardLog::entry);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, Long.class),
                row.getObject(6, Long.class),
                row.getString(7),
                row.getString(8),
                Rows.instant(row, 9),
                ReasonsColumn.read(row.getString(10)));
    }
}

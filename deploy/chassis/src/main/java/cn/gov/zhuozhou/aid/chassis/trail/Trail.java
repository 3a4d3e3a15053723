package cn.gov.zhuozhou.aid.chassis.trail;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Json;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Who did what to what, when and why. Rows are written in the transaction of the act and only ever added; {@link TrailSealer}
 * chains them. Neither reason nor detail may carry identity or account numbers.
 */
@ApplicationScoped
public class Trail {
    private static final String INSERT = """
            insert into trail (at, actor, actor_name, org, action, subject, subject_id, reason, detail)
            values (:at, :actor, :name, :org, :action, :subject, :id, :reason, :detail::jsonb)
            """;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Json json;

    public void record(Actor actor, String action, String subject, String subjectId, String reason) {
        record(actor, action, subject, subjectId, reason, Map.of());
    }

    public void record(
            Actor actor, String action, String subject, String subjectId, String reason, Map<String, ?> detail) {
        database.update(INSERT, values(actor, action, subject, subjectId, reason, detail));
    }

    /** The same act on many subjects, each by its id with its own reason. */
    public void recordEach(Actor actor, String action, String subject, Map<String, String> reasons) {
        database.batch(
                INSERT,
                reasons.entrySet(),
                one -> values(actor, action, subject, one.getKey(), one.getValue(), Map.of()));
    }

    private Values values(
            Actor actor, String action, String subject, String subjectId, String reason, Map<String, ?> detail) {
        return Values.of("at", clock.now())
                .and("actor", actor.id())
                .and("name", actor.name())
                .and("org", actor.jurisdiction().claim())
                .and("action", action)
                .and("subject", subject)
                .and("id", subjectId)
                .and("reason", reason)
                .and("detail", json.write(detail));
    }
}

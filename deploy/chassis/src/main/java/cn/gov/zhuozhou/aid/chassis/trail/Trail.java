package cn.gov.zhuozhou.aid.chassis.trail;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Who did what to what, when and why. Rows are written in the transaction of the act and only ever added; {@link TrailSealer}
 * chains them. Neither reason nor detail may carry identity or account numbers.
 */
@ApplicationScoped
public class Trail {
    @Inject
    DataSource dataSource;

    @Inject
    BusinessClock clock;

    @Inject
    ObjectMapper json;

    public void record(Actor actor, String action, String subject, String subjectId, String reason) {
        record(actor, action, subject, subjectId, reason, Map.of());
    }

    public void record(
            Actor actor, String action, String subject, String subjectId, String reason, Map<String, ?> detail) {
        String sql = "insert into trail (at, actor, actor_name, org, action, subject, subject_id, reason, detail)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)";
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, clock.now().atOffset(ZoneOffset.UTC));
            statement.setString(2, actor.id());
            statement.setString(3, actor.name());
            statement.setString(4, actor.jurisdiction().claim());
            statement.setString(5, action);
            statement.setString(6, subject);
            statement.setString(7, subjectId);
            statement.setString(8, reason);
            statement.setString(9, json.writeValueAsString(detail));
            statement.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the trail cannot be written", e);
        }
    }
}

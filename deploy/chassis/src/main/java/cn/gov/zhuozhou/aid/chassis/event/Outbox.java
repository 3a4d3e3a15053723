package cn.gov.zhuozhou.aid.chassis.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** Keeps events in the same transaction as the change they tell of; {@link OutboxRelay} publishes them afterwards. */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
            insert into outbox (topic, event_key, type, subject, revision, payload)
            select topic, event_key, type, subject, revision, payload
            from unnest(?, ?, ?, ?, ?, ?) with ordinality as e (topic, event_key, type, subject, revision, payload, place)
            order by place
            """;

    @Inject
    DataSource dataSource;

    @Inject
    ObjectMapper json;

    @Inject
    OutboxRelay relay;

    @Inject
    TransactionSynchronizationRegistry transactions;

    public void append(OutboundEvent event) {
        append(List.of(event));
    }

    /** Must be called inside a transaction. */
    public void append(List<OutboundEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("an event is only kept together with the change it tells of");
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            statement.setArray(1, texts(connection, events, OutboundEvent::topic));
            statement.setArray(2, texts(connection, events, OutboundEvent::key));
            statement.setArray(3, texts(connection, events, OutboundEvent::type));
            statement.setArray(4, texts(connection, events, OutboundEvent::subject));
            Object[] revisions = events.stream().map(OutboundEvent::revision).toArray();
            statement.setArray(5, connection.createArrayOf("int8", revisions));
            statement.setArray(6, texts(connection, events, event -> written(event.data())));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("events cannot be kept", e);
        }
        publishAfterCommit();
    }

    private static Array texts(Connection connection, List<OutboundEvent> events, Function<OutboundEvent, String> part)
            throws SQLException {
        return connection.createArrayOf(
                "text", events.parallelStream().map(part).toArray());
    }

    private String written(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be written", e);
        }
    }

    /** For events inserted by SQL: wakes the relay when the present transaction has committed. */
    public void publishAfterCommit() {
        if (transactions.getResource(Outbox.class) != null) {
            return;
        }
        transactions.putResource(Outbox.class, true);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do before the commit
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relay.wake();
                }
            }
        });
    }
}

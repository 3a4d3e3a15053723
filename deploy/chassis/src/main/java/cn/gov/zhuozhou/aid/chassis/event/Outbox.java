package cn.gov.zhuozhou.aid.chassis.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Keeps events in the same transaction as the change they tell of; {@link OutboxRelay} publishes them afterwards. */
@ApplicationScoped
public class Outbox {
    private static final String INSERT =
            "insert into outbox (topic, event_key, type, subject, revision, payload) values (?, ?, ?, ?, ?, ?)";

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
            for (OutboundEvent event : events) {
                statement.setString(1, event.topic());
                statement.setString(2, event.key());
                statement.setString(3, event.type());
                statement.setString(4, event.subject());
                statement.setLong(5, event.revision());
                statement.setString(6, json.writeValueAsString(event.data()));
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("events cannot be kept", e);
        }
        publishAfterCommit();
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

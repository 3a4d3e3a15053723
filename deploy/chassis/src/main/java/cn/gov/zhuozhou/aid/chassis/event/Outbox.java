package cn.gov.zhuozhou.aid.chassis.event;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Json;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Map;

/** Keeps events in the same transaction as the change they tell of; {@link OutboxRelay} publishes them afterwards. */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
            insert into outbox (topic, event_key, type, subject, revision, payload)
            values (:topic, :key, :type, :subject, :revision, :payload)
            """;

    @Inject
    Database database;

    @Inject
    Json json;

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
        database.batch(INSERT, events, this::values);
        publishAfterCommit();
    }

    private Map<String, ?> values(OutboundEvent event) {
        return Map.of(
                "topic", event.topic(),
                "key", event.key(),
                "type", event.type(),
                "subject", event.subject(),
                "revision", event.revision(),
                "payload", json.write(event.data()));
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

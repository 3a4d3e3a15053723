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
import java.util.function.Function;

/** Keeps events in the same transaction as the change they tell of; {@link OutboxRelay} publishes them afterwards. */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
            insert into outbox (topic, event_key, type, subject, revision, payload)
            select topic, event_key, type, subject, revision, payload
            from unnest(:topics, :keys, :types, :subjects, :revisions, :payloads)
                with ordinality as e (topic, event_key, type, subject, revision, payload, place)
            order by place
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
        database.update(
                INSERT,
                Map.of(
                        "topics", each(events, OutboundEvent::topic),
                        "keys", each(events, OutboundEvent::key),
                        "types", each(events, OutboundEvent::type),
                        "subjects", each(events, OutboundEvent::subject),
                        "revisions", each(events, OutboundEvent::revision),
                        "payloads", each(events, event -> json.write(event.data()))));
        publishAfterCommit();
    }

    private static <T> List<T> each(List<OutboundEvent> events, Function<OutboundEvent, T> part) {
        return events.parallelStream().map(part).toList();
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

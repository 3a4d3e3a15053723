package cn.gov.zhuozhou.aid.chassis.event;

import cn.gov.zhuozhou.aid.chassis.event.EventRoutes.ReadMessage;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Takes polled messages in. All are read first; what nobody can read becomes a dead letter and the rest goes on. The others are
 * handled in one transaction, which is fast; where that fails, each is handled in its own, so that one bad message costs one
 * message, and what fails is tried again, in place and in order, until it works or the service is stopped.
 */
@ApplicationScoped
public class EventIntake {
    private static final Logger LOG = Logger.getLogger(EventIntake.class);
    private static final int TRIES_BEFORE_RESTART = 8;
    private static final long FIRST_PAUSE_MS = 50;
    private static final long LONGEST_PAUSE_MS = 5_000;
    private static final int TRANSACTION_SECONDS = 60;

    @Inject
    ObjectMapper json;

    @Inject
    Inbox inbox;

    @Inject
    DeadLetters deadLetters;

    @Inject
    MeterRegistry meters;

    private final Map<String, EventRoutes> known = new ConcurrentHashMap<>();
    private final AtomicBoolean stopping = new AtomicBoolean();

    void stop(@Observes ShutdownEvent event) {
        stopping.set(true);
    }

    /** Returns when every message is handled or kept as a dead letter; throws when the service itself cannot go on. */
    public void take(ConsumerRecords<String, byte[]> polled, EventRoutes routes) {
        register(routes);
        List<ReadMessage<?>> messages = new ArrayList<>(polled.count());
        for (ConsumerRecord<String, byte[]> one : polled) {
            RawMessage message = RawMessage.of(one, json);
            try {
                routes.read(message).ifPresent(messages::add);
            } catch (UnreadableMessage unreadable) {
                untilDone(message, routes, () -> keep(message, routes, unreadable.getMessage()));
            }
        }
        try {
            inTransaction(() -> handle(messages, routes));
        } catch (RuntimeException e) {
            LOG.debugf(e, "A poll of %d messages is handled one by one", messages.size());
            messages.forEach(message -> takeOne(message, routes));
        }
    }

    /** Makes a consumer known before its first message, so that its dead letters can be replayed after a restart. */
    public void register(EventRoutes routes) {
        known.put(routes.consumer(), routes);
    }

    /** Handles a kept message again, in the caller's transaction. */
    void replay(String consumer, RawMessage message) {
        EventRoutes routes = known.get(consumer);
        if (routes == null) {
            throw new IllegalStateException("no consumer " + consumer + " runs here");
        }
        routes.read(message).ifPresent(readable -> handle(List.of(readable), routes));
    }

    private void takeOne(ReadMessage<?> readable, EventRoutes routes) {
        RawMessage message = readable.message();
        untilDone(message, routes, () -> {
            try {
                inTransaction(() -> handle(List.of(readable), routes));
            } catch (UnreadableMessage unreadable) {
                keep(message, routes, unreadable.getMessage());
            }
        });
    }

    private void untilDone(RawMessage message, EventRoutes routes, Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (stopping.get()) {
                    throw new ServiceStopping();
                }
                LOG.warnf(
                        "%s: attempt %d of message %s-%d@%d failed with %s",
                        routes.consumer(),
                        attempt,
                        message.topic(),
                        message.partition(),
                        message.offset(),
                        rootName(e));
                LOG.debug("Handling failed", e);
                if (attempt == TRIES_BEFORE_RESTART) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).run(work);
    }

    private void handle(List<ReadMessage<?>> messages, EventRoutes routes) {
        Set<String> unhandled = inbox.firstTimes(
                routes.consumer(), messages.stream().map(ReadMessage::id).toList());
        EventRoutes.handle(messages.stream()
                .<ReadMessage<?>>map(message -> message)
                .filter(message -> unhandled.remove(message.id()))
                .toList());
    }

    private void keep(RawMessage message, EventRoutes routes, String reason) {
        QuarkusTransaction.requiringNew().run(() -> deadLetters.keep(routes.consumer(), message, reason));
        meters.counter("aid.dead.letters", "consumer", routes.consumer()).increment();
        LOG.warnf(
                "%s: message %s-%d@%d is unreadable and kept: %s",
                routes.consumer(), message.topic(), message.partition(), message.offset(), reason);
    }

    /** Leaves messages unacknowledged, so that they come again after the start. */
    private static final class ServiceStopping extends RuntimeException {
        ServiceStopping() {
            super("the service is stopping", null, false, false);
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting", e);
        }
    }

    private static String rootName(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}

package cn.gov.zhuozhou.aid.chassis.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;

/**
 * Publishes what the outbox holds, in the order it was written, from one replica at a time. It marks rows and never
 * remembers a position, because ids are taken before transactions commit; it stops at the first failure, because a later
 * event must not overtake an earlier one. Deliveries are at least once: a repeated one carries the same {@code ce_id}.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long LOCK = 0x6f7574626f78L;
    private static final int TRANSACTION_SECONDS = 30;

    private record Row(
            long id,
            String eventId,
            String topic,
            String key,
            String type,
            String subject,
            long revision,
            OffsetDateTime at,
            String payload) {}

    @Inject
    DataSource dataSource;

    @Inject
    Database database;

    @Inject
    OutboxConfig config;

    @Inject
    EventProducer producers;

    @Inject
    MeterRegistry meters;

    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("outbox-relay").daemon().factory());

    void start(@Observes StartupEvent started) {
        meters.gauge("aid.outbox.oldest.unpublished.seconds", this, OutboxRelay::oldestUnpublishedSeconds);
    }

    /** Publishes soon; many calls in a row are one. */
    @Scheduled(every = "${aid.outbox.every:500ms}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void wake() {
        if (asked.compareAndSet(false, true)) {
            try {
                worker.execute(this::publishAll);
            } catch (RejectedExecutionException e) {
                LOG.debug("The relay is stopping", e);
            }
        }
    }

    private void publishAll() {
        asked.set(false);
        try {
            while (publishBatch() == config.batch() && !stopping.get()) {
                LOG.debug("More events are waiting");
            }
        } catch (RuntimeException e) {
            LOG.warnf("Events wait: %s", e.getMessage());
        }
    }

    /** Publishes one batch; returns how many rows were published, 0 also where another replica is at it. */
    int publishBatch() {
        return QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).call(() -> {
            try (var connection = dataSource.getConnection()) {
                if (!locked(connection)) {
                    return 0;
                }
                List<Row> rows = unpublished(connection);
                List<Long> sent = send(rows);
                mark(connection, sent);
                return sent.size();
            }
        });
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private List<Row> unpublished(Connection connection) throws SQLException {
        String sql = "select id, event_id, topic, event_key, type, subject, revision, occurred_at, payload from outbox"
                + " where published_at is null order by id limit ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, config.batch());
            try (var found = statement.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(new Row(
                            found.getLong(1),
                            found.getString(2),
                            found.getString(3),
                            found.getString(4),
                            found.getString(5),
                            found.getString(6),
                            found.getLong(7),
                            found.getObject(8, OffsetDateTime.class),
                            found.getString(9)));
                }
                return rows;
            }
        }
    }

    private List<Long> send(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Producer<String, byte[]> producer = producers.get();
        List<Future<RecordMetadata>> pending = new ArrayList<>(rows.size());
        for (Row row : rows) {
            pending.add(producer.send(record(row)));
        }
        List<Long> sent = new ArrayList<>(rows.size());
        for (int i = 0; i < pending.size(); i++) {
            try {
                pending.get(i).get();
                sent.add(rows.get(i).id());
            } catch (ExecutionException e) {
                LOG.warnf("Publishing stops: %s", e.getCause().getClass().getSimpleName());
                break;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return sent;
    }

    private ProducerRecord<String, byte[]> record(Row row) {
        var message = new ProducerRecord<>(row.topic(), row.key(), row.payload().getBytes(UTF_8));
        var headers = message.headers();
        headers.add("ce_specversion", "1.0".getBytes(UTF_8));
        headers.add("ce_id", row.eventId().getBytes(UTF_8));
        headers.add("ce_type", row.type().getBytes(UTF_8));
        headers.add("ce_source", config.source().getBytes(UTF_8));
        headers.add("ce_subject", row.subject().getBytes(UTF_8));
        headers.add(
                "ce_time",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME
                        .format(row.at().withOffsetSameInstant(ZoneOffset.UTC))
                        .getBytes(UTF_8));
        headers.add("ce_aidrevision", Long.toString(row.revision()).getBytes(UTF_8));
        headers.add("content-type", "application/json".getBytes(UTF_8));
        return message;
    }

    private static void mark(Connection connection, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement("update outbox set published_at = now() where id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            statement.executeUpdate();
        }
    }

    double oldestUnpublishedSeconds() {
        String sql = """
                select coalesce(extract(epoch from now() - min(occurred_at)), 0) from outbox where published_at is null
                """;
        return database.first(sql, Map.of(), row -> row.getDouble(1)).orElseThrow();
    }

    /** Done when all publishing asked for so far is. */
    Future<?> settled() {
        return worker.submit(() -> {});
    }

    /** Lets the batch under way end: a transaction left open would keep the service from stopping. */
    void stop(@Observes ShutdownEvent event) {
        stopping.set(true);
        worker.shutdown();
        try {
            if (!worker.awaitTermination(TRANSACTION_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The relay is still publishing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package cn.gov.zhuozhou.aid.chassis.event;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Json;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Messages nobody could read. Each is kept encrypted, since it may carry personal data, and told of on the service's
 * dead-letter topic {@code <service>.dlq}, encrypted likewise.
 */
@ApplicationScoped
public class DeadLetters {
    /** A kept message without its content; {@code replayedAt} is null while it waits. */
    public record DeadLetter(
            UUID id,
            String consumer,
            String topic,
            int partition,
            long offset,
            String reason,
            Instant failedAt,
            Instant replayedAt,
            String replayedBy) {}

    record DeadLetterTold(
            UUID id,
            String consumer,
            String topic,
            int partition,
            long offset,
            String reason,
            String encryptedPayload) {}

    private static final String COLUMNS =
            "id, consumer, topic, partition, record_offset, reason, failed_at, replayed_at, replayed_by";

    @Inject
    Database database;

    @Inject
    FieldCrypto crypto;

    @Inject
    Outbox outbox;

    @Inject
    OutboxConfig config;

    @Inject
    ObjectMapper json;

    @Inject
    Json columns;

    @Inject
    MeterRegistry meters;

    void start(@Observes StartupEvent started) {
        meters.gauge("aid.dead.letters.waiting", this, DeadLetters::waiting);
    }

    void keep(String consumer, RawMessage message, String reason) {
        UUID id = Ids.next();
        byte[] sealed = crypto.encrypt(message.payload());
        int kept = database.update(
                """
                insert into dead_letter (id, consumer, topic, partition, record_offset, record_key, headers, payload, reason)
                values (:id, :consumer, :topic, :partition, :offset, :key, :headers::jsonb, :payload, :reason)
                on conflict do nothing
                """,
                Values.of("id", id)
                        .and("consumer", consumer)
                        .and("topic", message.topic())
                        .and("partition", message.partition())
                        .and("offset", message.offset())
                        .and("key", message.key())
                        .and("headers", columns.write(message.headers()))
                        .and("payload", sealed)
                        .and("reason", reason));
        if (kept == 0) {
            return;
        }
        outbox.append(new OutboundEvent(
                config.source() + ".dlq",
                id.toString(),
                "cn.gov.zhuozhou.aid.chassis.DeadLetterKept.v1",
                id.toString(),
                1,
                new DeadLetterTold(
                        id,
                        consumer,
                        message.topic(),
                        message.partition(),
                        message.offset(),
                        reason,
                        Base64.getEncoder().encodeToString(sealed))));
    }

    List<DeadLetter> waiting(UUID after, int limit) {
        return database.list(
                "select " + COLUMNS + " from dead_letter where replayed_at is null"
                        + " and (:after::uuid is null or id > :after) order by id limit :limit",
                Values.of("after", after).and("limit", limit),
                DeadLetters::read);
    }

    long waiting() {
        return database.number("select count(*) from dead_letter where replayed_at is null", Map.of());
    }

    /** The message as it came, and a lock on its row; empty where it does not exist or was replayed. */
    Optional<RawMessage> takeForReplay(UUID id) {
        return database.first("""
                select topic, partition, record_offset, record_key, headers, payload from dead_letter
                where id = :id and replayed_at is null for update
                """, Map.of("id", id), this::message);
    }

    Optional<DeadLetter> find(UUID id) {
        return database.first(
                "select " + COLUMNS + " from dead_letter where id = :id", Map.of("id", id), DeadLetters::read);
    }

    void markReplayed(UUID id, String by) {
        database.update(
                "update dead_letter set replayed_at = now(), replayed_by = :by where id = :id",
                Map.of("id", id, "by", by));
    }

    private RawMessage message(ResultSet row) throws SQLException {
        return new RawMessage(
                row.getString(1),
                row.getInt(2),
                row.getLong(3),
                row.getString(4),
                columns.readTexts(row.getString(5)),
                crypto.decryptBytes(row.getBytes(6)),
                json);
    }

    private static DeadLetter read(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getLong(5),
                row.getString(6),
                Rows.instant(row, 7),
                Rows.instant(row, 8),
                row.getString(9));
    }
}

package cn.gov.zhuozhou.aid.chassis.event;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

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
    DataSource dataSource;

    @Inject
    FieldCrypto crypto;

    @Inject
    Outbox outbox;

    @Inject
    OutboxConfig config;

    @Inject
    ObjectMapper json;

    void keep(String consumer, RawMessage message, String reason) {
        UUID id = Ids.next();
        byte[] sealed = crypto.encrypt(message.payload());
        String sql = "insert into dead_letter (id, consumer, topic, partition, record_offset, record_key, headers,"
                + " payload, reason) values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing";
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.setString(2, consumer);
            statement.setString(3, message.topic());
            statement.setInt(4, message.partition());
            statement.setLong(5, message.offset());
            statement.setString(6, message.key());
            statement.setString(7, json.writeValueAsString(message.headers()));
            statement.setBytes(8, sealed);
            statement.setString(9, reason);
            if (statement.executeUpdate() == 0) {
                return;
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("a dead letter cannot be kept", e);
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
        String sql = "select " + COLUMNS + " from dead_letter where replayed_at is null"
                + " and (?::uuid is null or id > ?::uuid) order by id limit ?";
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, after);
            statement.setObject(2, after);
            statement.setInt(3, limit);
            try (var rows = statement.executeQuery()) {
                List<DeadLetter> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(read(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("dead letters cannot be read", e);
        }
    }

    /** The message as it came, and a lock on its row; empty where it does not exist or was replayed. */
    Optional<RawMessage> takeForReplay(UUID id) {
        String sql = "select topic, partition, record_offset, record_key, headers, payload from dead_letter"
                + " where id = ? and replayed_at is null for update";
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                Map<String, String> headers = json.readValue(rows.getString(5), new TypeReference<>() {});
                return Optional.of(new RawMessage(
                        rows.getString(1),
                        rows.getInt(2),
                        rows.getLong(3),
                        rows.getString(4),
                        headers,
                        crypto.decryptBytes(rows.getBytes(6)),
                        json));
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("a dead letter cannot be read", e);
        }
    }

    Optional<DeadLetter> find(UUID id) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("select " + COLUMNS + " from dead_letter where id = ?")) {
            statement.setObject(1, id);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(read(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a dead letter cannot be read", e);
        }
    }

    void markReplayed(UUID id, String by) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "update dead_letter set replayed_at = now(), replayed_by = ? where id = ?")) {
            statement.setString(1, by);
            statement.setObject(2, id);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a dead letter cannot be marked", e);
        }
    }

    private static DeadLetter read(ResultSet row) throws SQLException {
        OffsetDateTime replayed = row.getObject(8, OffsetDateTime.class);
        return new DeadLetter(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getLong(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                replayed == null ? null : replayed.toInstant(),
                row.getString(9));
    }
}

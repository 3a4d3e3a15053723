package cn.gov.zhuozhou.aid.chassis.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * Chains the trail: each seal is the hash of the seal before it and of one row, so that a row changed or removed later shows.
 * Rows are sealed within about a second of being written, by one replica at a time.
 */
@ApplicationScoped
public class TrailSealer {
    private static final long LOCK = 0x747261696cL;
    private static final int BATCH = 1_000;

    private static final String CONTENT =
            "concat_ws(chr(31), t.id, extract(epoch from t.at), t.actor, t.actor_name, t.org,"
                    + " t.action, t.subject, t.subject_id, coalesce(t.reason, ''), t.detail::text)";

    @Inject
    DataSource dataSource;

    @Scheduled(every = "${aid.trail.seal-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void seal() {
        QuarkusTransaction.requiringNew().run(() -> {
            try (var connection = dataSource.getConnection()) {
                if (locked(connection)) {
                    sealUnsealed(connection);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the trail cannot be sealed", e);
            }
        });
    }

    /** Walks the whole chain; returns the sequence number of the first broken seal, or nothing where all is well. */
    public OptionalLong firstBroken() {
        String sql = "select s.seq, s.previous, s.hash, " + CONTENT
                + " from trail_seal s left join trail t on t.id = s.trail_id order by s.seq";
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(BATCH);
            try (var rows = statement.executeQuery()) {
                byte[] previous = new byte[0];
                long expected = 1;
                while (rows.next()) {
                    if (expected == 1 && isCut(connection, rows.getLong(1), rows.getBytes(2))) {
                        expected = rows.getLong(1);
                        previous = rows.getBytes(2);
                    }
                    byte[] hash = hash(previous, rows.getString(4));
                    boolean whole = rows.getLong(1) == expected
                            && Arrays.equals(rows.getBytes(2), previous)
                            && Arrays.equals(rows.getBytes(3), hash);
                    if (!whole) {
                        return OptionalLong.of(expected);
                    }
                    previous = hash;
                    expected++;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the trail cannot be read", e);
        }
        return OptionalLong.empty();
    }

    /** Whether an act that is chained itself has removed all before a seal. */
    private static boolean isCut(Connection connection, long first, byte[] previous) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select 1 from trail t join trail_seal s on s.trail_id = t.id
                where t.action = 'trail.cut' and t.detail ->> 'seq' = ? and t.detail ->> 'hash' = ?""")) {
            statement.setString(1, Long.toString(first - 1));
            statement.setString(2, HexFormat.of().formatHex(previous));
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static void sealUnsealed(Connection connection) throws SQLException {
        long seq = 0;
        byte[] previous = new byte[0];
        try (var statement = connection.prepareStatement("select seq, hash from trail_seal order by seq desc limit 1");
                var rows = statement.executeQuery()) {
            if (rows.next()) {
                seq = rows.getLong(1);
                previous = rows.getBytes(2);
            }
        }
        String unsealed = "select t.id, " + CONTENT + " from trail t where not exists"
                + " (select 1 from trail_seal s where s.trail_id = t.id) order by t.id limit " + BATCH;
        try (var read = connection.prepareStatement(unsealed);
                var rows = read.executeQuery();
                var write = connection.prepareStatement(
                        "insert into trail_seal (seq, trail_id, previous, hash) values (?, ?, ?, ?)")) {
            while (rows.next()) {
                byte[] hash = hash(previous, rows.getString(2));
                seq++;
                write.setLong(1, seq);
                write.setLong(2, rows.getLong(1));
                write.setBytes(3, previous);
                write.setBytes(4, hash);
                write.addBatch();
                previous = hash;
            }
            write.executeBatch();
        }
    }

    private static byte[] hash(byte[] previous, String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            return digest.digest(content.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

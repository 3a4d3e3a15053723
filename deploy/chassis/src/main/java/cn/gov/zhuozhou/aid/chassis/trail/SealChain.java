package cn.gov.zhuozhou.aid.chassis.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Chains the rows of a table: each seal is the hash of the seal before it and of one row, so that a row changed or removed later
 * shows. Seals stand in a table of their own ({@code seq}, the row's key, {@code previous}, {@code hash}), so that writers of rows
 * never wait for each other.
 *
 * @param lock advisory lock under which one replica at a time seals
 * @param table of the rows, each called {@code t} in {@code content}; its key is {@code id} and grows
 * @param seals table of the seals
 * @param key column of the seals that names the row
 * @param content expression that gives everything of a row that must not change
 */
public record SealChain(long lock, String table, String seals, String key, String content) {
    private static final int BATCH = 1_000;

    /** The first seal that does not fit; {@code row} is the key of what it should seal. */
    public record Broken(long seq, String row) {}

    /** Whether all before a seal was removed by right; asked of the first that is left. */
    @FunctionalInterface
    public interface Cut {
        boolean before(long seq, byte[] previous);
    }

    /** Seals what is not sealed yet, a thousand rows at most; true where there may be more. Must run in a transaction. */
    public boolean seal(Connection connection) throws SQLException {
        return locked(connection) && sealUnsealed(connection) == BATCH;
    }

    /** Walks the whole chain; empty where all is well. */
    public Optional<Broken> firstBroken(Connection connection) throws SQLException {
        return firstBroken(connection, (seq, previous) -> false);
    }

    /** Walks what is left of the chain; empty where all is well. */
    public Optional<Broken> firstBroken(Connection connection, Cut cut) throws SQLException {
        String sql =
                "select s.seq, s.previous, s.hash, %s, s.%s::text from %s s left join %s t on t.id = s.%s order by s.seq"
                        .formatted(content, key, seals, table, key);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(BATCH);
            try (var rows = statement.executeQuery()) {
                byte[] previous = new byte[0];
                long expected = 1;
                while (rows.next()) {
                    if (expected == 1 && cut.before(rows.getLong(1), rows.getBytes(2))) {
                        expected = rows.getLong(1);
                        previous = rows.getBytes(2);
                    }
                    byte[] hash = hash(previous, rows.getString(4));
                    boolean whole = rows.getLong(1) == expected
                            && Arrays.equals(rows.getBytes(2), previous)
                            && Arrays.equals(rows.getBytes(3), hash);
                    if (!whole) {
                        return Optional.of(new Broken(expected, rows.getString(5)));
                    }
                    previous = hash;
                    expected++;
                }
            }
        }
        return Optional.empty();
    }

    private boolean locked(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, lock);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private int sealUnsealed(Connection connection) throws SQLException {
        long seq = 0;
        byte[] previous = new byte[0];
        String last = "select seq, hash from %s order by seq desc limit 1".formatted(seals);
        try (var statement = connection.prepareStatement(last);
                var rows = statement.executeQuery()) {
            if (rows.next()) {
                seq = rows.getLong(1);
                previous = rows.getBytes(2);
            }
        }
        String unsealed =
                "select t.id, %s from %s t where not exists (select 1 from %s s where s.%s = t.id) order by t.id limit %d"
                        .formatted(content, table, seals, key, BATCH);
        String insert = "insert into %s (seq, %s, previous, hash) values (?, ?, ?, ?)".formatted(seals, key);
        int sealed = 0;
        try (var read = connection.prepareStatement(unsealed);
                var rows = read.executeQuery();
                var write = connection.prepareStatement(insert)) {
            while (rows.next()) {
                byte[] hash = hash(previous, rows.getString(2));
                seq++;
                write.setLong(1, seq);
                write.setObject(2, rows.getObject(1));
                write.setBytes(3, previous);
                write.setBytes(4, hash);
                write.addBatch();
                previous = hash;
                sealed++;
            }
            write.executeBatch();
        }
        return sealed;
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

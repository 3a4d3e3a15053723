package cn.gov.zhuozhou.aid.e2e;

import static org.awaitility.Awaitility.await;

import cn.gov.zhuozhou.aid.local.LocalSuite;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A table of a service that nobody may write to for a while. Who comes to write stops there, with his transaction open: killed at
 * that moment he is in the middle of his work, not before or after it.
 */
final class HeldTable implements AutoCloseable {
    private final Connection holder;
    private final String service;
    private final String table;

    private HeldTable(Connection holder, String service, String table) {
        this.holder = holder;
        this.service = service;
        this.table = table;
    }

    static HeldTable of(LocalSuite suite, String service, String table) throws SQLException {
        Connection holder = suite.postgres().connect(service.replace('-', '_'));
        holder.setAutoCommit(false);
        try (Statement lock = holder.createStatement()) {
            lock.execute("lock table " + table + " in share mode");
        }
        return new HeldTable(holder, service, table);
    }

    void awaitWriter() {
        await("a writer of " + table + " in " + service)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(this::hasWriterWaiting);
    }

    private boolean hasWriterWaiting() throws SQLException {
        try (Statement statement = holder.createStatement();
                ResultSet waiting = statement.executeQuery("select exists (select from pg_locks where not granted"
                        + " and mode = 'RowExclusiveLock' and relation = '" + table + "'::regclass)")) {
            return waiting.next() && waiting.getBoolean(1);
        }
    }

    @Override
    public void close() throws SQLException {
        holder.close();
    }
}

package cn.gov.zhuozhou.aid.local.bench;

import cn.gov.zhuozhou.aid.local.LocalSuite;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * The least it costs to store what a register brings the first time: its rows, households and evidence, taken over from where they
 * stand into empty tables with the same columns, checks and indexes, committed. Nothing is read, cleaned, sealed, matched or
 * decided, and no reference is checked.
 */
final class Storing implements AutoCloseable {
    private static final List<String> TABLES = List.of("register_entry", "household", "evidence");

    private final Connection connection;

    Storing(LocalSuite suite) throws SQLException {
        connection = suite.postgres().connect("student_registry");
    }

    Duration again(String source) throws SQLException {
        for (String table : TABLES) {
            execute("create table floor_%1$s (like %1$s including all)".formatted(table));
        }
        connection.setAutoCommit(false);
        long begin = System.nanoTime();
        execute("insert into floor_register_entry overriding system value select * from register_entry"
                + " where source = '%s' and valid_to is null order by person_index".formatted(source));
        execute("insert into floor_household select * from household where source = '%s'".formatted(source));
        execute("insert into floor_evidence select * from evidence where source = '%s' and valid_to is null"
                .formatted(source));
        connection.commit();
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        connection.setAutoCommit(true);
        drop();
        return taken;
    }

    private void drop() throws SQLException {
        for (String table : TABLES) {
            execute("drop table if exists floor_" + table);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

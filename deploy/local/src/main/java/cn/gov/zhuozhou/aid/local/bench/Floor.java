package cn.gov.zhuozhou.aid.local.bench;

import cn.gov.zhuozhou.aid.local.LocalSuite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;

/**
 * The least the same work can cost on the same server: the file copied as it is into an empty table, joined once with the
 * pupils and compared once with the rows of the load before, committed. No cleaning, no protection, no outcome per row.
 */
final class Floor implements AutoCloseable {
    private static final String COLUMNS =
            "certificate text, area text, town text, village text, head_name text, head text,"
                    + " name text, person text, relation text, start text, amount text";

    private final Connection connection;

    Floor(LocalSuite suite, Path enrolment) throws SQLException, IOException {
        connection = suite.postgres().connect("postgres");
        execute("drop table if exists floor_pupil, floor_now, floor_before");
        execute("create table floor_pupil (number text, name text, sex text, born text, person text, school text,"
                + " school_name text, stage text, grade text, class text, boarding text, state text, left_behind text,"
                + " household text, town text, village text, guardian text, guardian_person text, relation text)");
        copy("floor_pupil", enrolment);
        execute("create unique index on floor_pupil (person)");
        execute("create table floor_before (" + COLUMNS + ")");
        execute("analyze floor_pupil");
    }

    Duration load(Path file) throws SQLException, IOException {
        execute("create table floor_now (" + COLUMNS + ")");
        connection.setAutoCommit(false);
        long begin = System.nanoTime();
        copy("floor_now", file);
        count("select count(*) from floor_now n join floor_pupil p on p.person = n.person and p.name = n.name");
        count("select count(*) from floor_now n full join floor_before b on b.person = n.person"
                + " where n.person is null or b.person is null or md5(n::text) <> md5(b::text)");
        connection.commit();
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        connection.setAutoCommit(true);
        execute("drop table floor_before");
        execute("alter table floor_now rename to floor_before");
        return taken;
    }

    private void copy(String table, Path file) throws SQLException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin (format csv, header true)", in);
        }
    }

    private void count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("drop table if exists floor_pupil, floor_now, floor_before");
        connection.close();
    }
}

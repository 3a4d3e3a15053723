package cn.gov.zhuozhou.aid.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresServerTest {
    @Test
    void aKeptClusterIsResumedWithItsRows(@TempDir Path folder) throws SQLException {
        // Given
        PostgresOptions options =
                PostgresOptions.kept(folder.resolve("postgres"), 0, folder.resolve("postgres.log"), "p4ss");
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(options)) {
            PostgresDatabase database = server.createDatabase("resumed");
            run(database, database.owner(), "create table kept (n int)");
            run(database, database.owner(), "insert into kept values (42)");
        }

        // When
        int kept;
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(options)) {
            PostgresDatabase database = server.createDatabase("resumed");
            kept = number(database, database.owner(), "select n from kept");
        }

        // Then
        assertThat(kept).isEqualTo(42);
    }

    @Test
    void theAppRoleMayDoOnlyWhatMigrationsGranted() throws SQLException {
        // Given
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start()) {
            PostgresDatabase database = server.createDatabase("granted");
            run(database, database.owner(), "create table record (n int)");
            run(database, database.owner(), "grant select on record to " + database.app());

            // When
            int count = number(database, database.app(), "select count(*) from record");

            // Then
            assertThat(count).isZero();
            assertThatThrownBy(() -> run(database, database.app(), "insert into record values (1)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> run(database, database.app(), "create table own (n int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    private static void run(PostgresDatabase database, String role, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), role, database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(PostgresDatabase database, String role, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), role, database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}

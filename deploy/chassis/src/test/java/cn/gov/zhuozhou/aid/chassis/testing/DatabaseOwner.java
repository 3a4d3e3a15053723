package cn.gov.zhuozhou.aid.chassis.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Who may do to the tested service's database what the service itself may not. */
public final class DatabaseOwner {
    private DatabaseOwner() {}

    /** Statements, one after the other. */
    public static void run(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes a table behind the back of its guards, which are up again for everybody else before it is seen. */
    public static void unguarded(String table, String sql) {
        run("begin; alter table %1$s disable trigger user; %2$s; alter table %1$s enable trigger user; commit"
                .formatted(table, sql));
    }

    private static Connection connect() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }
}

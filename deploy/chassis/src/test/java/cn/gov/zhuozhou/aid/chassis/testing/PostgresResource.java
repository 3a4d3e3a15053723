package cn.gov.zhuozhou.aid.chassis.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;

/**
 * Gives a {@code @QuarkusTest} its database, named by the init argument {@code database}. The server is shared by all tests of
 * the JVM and so are the rows: a test owns its data by random identifiers.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
    /** Name of the init argument. */
    public static final String DATABASE = "database";

    private String database;

    @Override
    public void init(Map<String, String> arguments) {
        database = Objects.requireNonNull(arguments.get(DATABASE), "init argument `database` is missing");
    }

    @Override
    public Map<String, String> start() {
        return SharedServers.databaseConfiguration(database);
    }

    @Override
    public void stop() {
        // shared; ends with the JVM
    }
}

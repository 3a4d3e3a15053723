package cn.gov.zhuozhou.aid.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server on the loopback address, as a child of this JVM; it runs for root too. It ends with {@link #close()} or,
 * guarded, when the JVM dies.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final int MAX_CONNECTIONS = 200;

    private final PostgresOptions options;
    private final int port;
    private final UnprivilegedCommand command;
    private final Path programs;
    private long pid;

    private EmbeddedPostgresServer(PostgresOptions options) {
        this.options = options;
        this.port = options.port() == 0 ? FreePorts.find(1).getFirst() : options.port();
        this.command = UnprivilegedCommand.ofThisMachine();
        this.programs = PostgresBinaries.unpackedBelow(options.programs()).resolve("bin");
    }

    /** A temporary server for tests. */
    public static EmbeddedPostgresServer start() {
        return start(PostgresOptions.temporary());
    }

    /**
     * Starts a server and waits until it takes connections. A kept cluster is resumed; a server left behind on it is stopped
     * first.
     */
    public static EmbeddedPostgresServer start(PostgresOptions options) {
        EmbeddedPostgresServer server = new EmbeddedPostgresServer(options);
        server.prepareCluster();
        server.startServer();
        return server;
    }

    public int port() {
        return port;
    }

    public Path log() {
        return options.log();
    }

    /**
     * Makes the database with its roles {@code <name>_owner} and {@code <name>_app} unless they exist. The app role may connect
     * and see the schema; everything else is granted by the migrations.
     */
    public PostgresDatabase createDatabase(String name) {
        PostgresDatabase database = new PostgresDatabase(name, jdbcUrl(name), options.password());
        createRole(database.owner());
        createRole(database.app());
        if (!exists("select 1 from pg_database where datname = '%s'".formatted(name))) {
            sql(SUPERUSER, "create database %s owner %s".formatted(name, database.owner()));
        }
        sql(SUPERUSER, "revoke all on database %s from public".formatted(name));
        sql(SUPERUSER, "grant connect on database %s to %s".formatted(name, database.app()));
        sql(name, "grant usage on schema public to " + database.app());
        return database;
    }

    /** A connection of the superuser, for looking at what is stored. */
    public Connection connect(String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(database));
        source.setUser(SUPERUSER);
        source.setPassword(options.password());
        return source.getConnection();
    }

    /** Ends all connections, writes everything out and stops; a temporary cluster is deleted. */
    @Override
    public synchronized void close() {
        if (pid == 0) {
            return;
        }
        command.run(options.data(), pgCtl("stop", "-m", "fast", "-w", "-t", "60"));
        ChildGuard.ofThisJvm().forget(pid);
        pid = 0;
        if (!options.keep()) {
            Folders.delete(options.data().getParent());
        }
    }

    private void prepareCluster() {
        try {
            Files.createDirectories(options.data());
            Files.setPosixFilePermissions(options.data(), PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(options.log().getParent());
            if (Files.notExists(options.log())) {
                Files.createFile(options.log());
            }
            command.own(options.data().getParent());
            command.own(options.log());
            if (Files.notExists(options.data().resolve("PG_VERSION"))) {
                initialise();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of PostgreSQL cannot be made: " + options.data(), e);
        }
    }

    private void initialise() throws IOException {
        Path password = options.data().resolveSibling("password-of-" + SUPERUSER);
        Files.writeString(password, options.password());
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        command.own(password);
        List<String> line = new ArrayList<>(List.of(
                programs.resolve("initdb").toString(), "-D", options.data().toString()));
        line.addAll(List.of("-U", SUPERUSER, "-A", "scram-sha-256", "--pwfile=" + password, "--encoding=UTF8"));
        line.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        if (!options.keep()) {
            line.add("--no-sync");
        }
        try {
            command.run(options.data().getParent(), line.toArray(String[]::new));
        } catch (IllegalStateException e) {
            Folders.delete(options.data());
            throw e;
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private void startServer() {
        if (command.tryRun(options.data(), pgCtl("status")).code() == 0) {
            command.run(options.data(), pgCtl("stop", "-m", "fast", "-w", "-t", "60"));
        }
        String settings = String.join(" ", settings());
        command.run(
                options.data(),
                pgCtl("start", "-w", "-t", "60", "-l", options.log().toString(), "-o", settings));
        pid = readPid();
        ChildGuard.ofThisJvm().watch(pid, "INT");
    }

    private List<String> settings() {
        List<String> settings = new ArrayList<>();
        settings.add("-p " + port);
        settings.add("-c listen_addresses=127.0.0.1");
        settings.add("-c unix_socket_directories=");
        settings.add("-c max_connections=" + MAX_CONNECTIONS);
        settings.add("-c shared_buffers=256MB");
        settings.add("-c max_wal_size=4GB");
        settings.add("-c timezone=UTC");
        settings.add("-c log_timezone=UTC");
        if (!options.keep()) {
            settings.add("-c fsync=off");
            settings.add("-c synchronous_commit=off");
            settings.add("-c full_page_writes=off");
        }
        return settings;
    }

    private String[] pgCtl(String action, String... more) {
        List<String> line = new ArrayList<>(List.of(programs.resolve("pg_ctl").toString(), action));
        line.addAll(List.of("-D", options.data().toString()));
        line.addAll(List.of(more));
        return line.toArray(String[]::new);
    }

    private long readPid() {
        try {
            return Long.parseLong(Files.readAllLines(options.data().resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL left no process id", e);
        }
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void createRole(String role) {
        if (!exists("select 1 from pg_roles where rolname = '%s'".formatted(role))) {
            sql(SUPERUSER, "create role %s login password '%s'".formatted(role, options.password()));
        }
    }

    private boolean exists(String query) {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private void sql(String database, String text) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused a statement on " + database, e);
        }
    }
}

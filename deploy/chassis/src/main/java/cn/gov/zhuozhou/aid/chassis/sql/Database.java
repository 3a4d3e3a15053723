package cn.gov.zhuozhou.aid.chassis.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** Plain SQL with named parameters ({@code :name}) on the connection of the present transaction. */
@ApplicationScoped
public class Database {
    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes one row. */
    @FunctionalInterface
    public interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    /** Work on a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws Exception;
    }

    private static final long MANY = 500;
    private static final double MANY_OF_ALL = 0.2;
    private static final int FETCHED_AT_ONCE = 5_000;

    @Inject
    DataSource dataSource;

    public int update(String sql, Map<String, ?> values) {
        return prepared(sql, values, PreparedStatement::executeUpdate);
    }

    /** One statement for many things, sent together. */
    public <T> void batch(String sql, Collection<T> things, Function<? super T, ? extends Map<String, ?>> values) {
        if (things.isEmpty()) {
            return;
        }
        NamedSql named = NamedSql.of(sql);
        with(connection -> {
            try (var statement = connection.prepareStatement(named.sql())) {
                for (T thing : things) {
                    bind(statement, named, values.apply(thing));
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    /** Statements without parameters or result. */
    public void execute(String sql) {
        with(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** Lets the present transaction sort and hash in memory, where the server's usual share would send large sets to disk. */
    public void expectLargeSets() {
        execute("set local work_mem = '64MB'");
    }

    /**
     * Has each statement of the present transaction planned for the rows there are. For work on temporary tables of any size: a plan
     * the connection has kept from when they were empty compares each row with each.
     */
    public void planForWhatIsThere() {
        execute("set local plan_cache_mode = force_custom_plan");
    }

    /** Tells the planner about a temporary table just filled, where it is worth the time; a small sample tells enough. */
    public void analyzeIfMany(String table, long rows) {
        if (rows > MANY) {
            execute("set local default_statistics_target = 10; analyze " + table + "; reset default_statistics_target");
        }
    }

    /**
     * Tells the planner in the same transaction about a table of which so many rows are new or changed that its plans would be
     * wrong; the server itself looks after smaller changes, some time later.
     */
    public void analyzeIfManyChanged(String table, long rows) {
        if (rows > MANY && rows > MANY_OF_ALL * rowsOf(table)) {
            execute("analyze " + table);
        }
    }

    private double rowsOf(String table) {
        return first(
                        "select reltuples from pg_class where oid = :table::regclass",
                        Map.of("table", table),
                        row -> row.getDouble(1))
                .orElseThrow();
    }

    public <T> List<T> list(String sql, Map<String, ?> values, RowReader<T> reader) {
        return prepared(sql, values, statement -> {
            try (var rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        });
    }

    /** Hands over any number of rows while they arrive; for use inside a transaction. */
    public void forEach(String sql, Map<String, ?> values, RowConsumer consumer) {
        prepared(sql, values, statement -> {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(rows);
                }
                return null;
            }
        });
    }

    public <T> Optional<T> first(String sql, Map<String, ?> values, RowReader<T> reader) {
        return list(sql, values, reader).stream().findFirst();
    }

    /** The number a statement like {@code select count(*)} gives. */
    public long number(String sql, Map<String, ?> values) {
        return first(sql, values, row -> row.getLong(1)).orElseThrow();
    }

    public <T> T with(Work<T> work) {
        try (var connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the database refused a statement", e);
        }
    }

    @FunctionalInterface
    private interface Prepared<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private <T> T prepared(String sql, Map<String, ?> values, Prepared<T> work) {
        NamedSql named = NamedSql.of(sql);
        return with(connection -> {
            try (var statement = connection.prepareStatement(named.sql())) {
                bind(statement, named, values);
                return work.run(statement);
            }
        });
    }

    private static void bind(PreparedStatement statement, NamedSql named, Map<String, ?> values) throws SQLException {
        int position = 1;
        for (String name : named.names()) {
            Object value = values.get(name);
            if (value == null && !values.containsKey(name)) {
                throw new IllegalArgumentException("no value for :" + name);
            }
            if (value instanceof Collection<?> many) {
                bindArray(statement, position, many);
            } else {
                statement.setObject(position, plain(value));
            }
            position++;
        }
    }

    private static void bindArray(PreparedStatement statement, int position, Collection<?> many) throws SQLException {
        if (many.isEmpty()) {
            // Without elements only the server can tell of what type the array is.
            statement.setObject(position, "{}", Types.OTHER);
            return;
        }
        String type = many.stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(Database::arrayType)
                .orElse("text");
        Object[] elements = many.stream().map(Database::plain).toArray();
        statement.setArray(position, statement.getConnection().createArrayOf(type, elements));
    }

    private static String arrayType(Object element) {
        return switch (element) {
            case UUID id -> "uuid";
            case Long number -> "bigint";
            case Integer number -> "integer";
            default -> "text";
        };
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            case null -> null;
            default -> value;
        };
    }
}

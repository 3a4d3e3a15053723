package cn.gov.zhuozhou.aid.chassis.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Plain SQL with named parameters ({@code :name}) on the connection of the present transaction. */
@ApplicationScoped
public class Database {
    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Work on a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws Exception;
    }

    private static final long MANY = 500;

    @Inject
    DataSource dataSource;

    public int update(String sql, Map<String, ?> values) {
        return prepared(sql, values, PreparedStatement::executeUpdate);
    }

    /** Statements without parameters or result. */
    public void execute(String sql) {
        with(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** Tells the planner about a table just filled, where it is worth the time. */
    public void analyzeIfMany(String table, long rows) {
        if (rows > MANY) {
            execute("analyze " + table);
        }
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

    public <T> Optional<T> first(String sql, Map<String, ?> values, RowReader<T> reader) {
        return list(sql, values, reader).stream().findFirst();
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
                int position = 1;
                for (String name : named.names()) {
                    if (!values.containsKey(name)) {
                        throw new IllegalArgumentException("no value for :" + name);
                    }
                    statement.setObject(position++, plain(connection, values.get(name)));
                }
                return work.run(statement);
            }
        });
    }

    private static Object plain(Connection connection, Object value) throws SQLException {
        return switch (value) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            case Collection<?> many
            when many.stream().allMatch(UUID.class::isInstance) -> connection.createArrayOf("uuid", many.toArray());
            case Collection<?> many ->
                connection.createArrayOf(
                        "text",
                        many.stream()
                                .map(one -> one == null ? null : one.toString())
                                .toArray(String[]::new));
            case null -> null;
            default -> value;
        };
    }
}

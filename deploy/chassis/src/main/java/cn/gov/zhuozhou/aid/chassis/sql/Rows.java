package cn.gov.zhuozhou.aid.chassis.sql;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Columns of a row in the types the services use; null where the column is null. */
public final class Rows {
    private Rows() {}

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return instant(row.getObject(column, OffsetDateTime.class));
    }

    public static Instant instant(ResultSet row, int column) throws SQLException {
        return instant(row.getObject(column, OffsetDateTime.class));
    }

    /** A {@code text[]}. */
    public static List<String> strings(ResultSet row, String column) throws SQLException {
        return strings(row.getArray(column));
    }

    /** A {@code text[]}. */
    public static List<String> strings(ResultSet row, int column) throws SQLException {
        return strings(row.getArray(column));
    }

    /** A constant by its name. */
    public static <E extends Enum<E>> E constant(ResultSet row, String column, Class<E> type) throws SQLException {
        return constant(row.getString(column), type);
    }

    /** A constant by its name. */
    public static <E extends Enum<E>> E constant(ResultSet row, int column, Class<E> type) throws SQLException {
        return constant(row.getString(column), type);
    }

    private static <E extends Enum<E>> E constant(String name, Class<E> type) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static List<String> strings(Array array) throws SQLException {
        return array == null ? null : List.of((String[]) array.getArray());
    }
}

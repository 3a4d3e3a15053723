package cn.gov.zhuozhou.aid.inspection.finding;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The conditions of a query and their values; a condition without a value is left out. */
final class Conditions {
    private final StringBuilder sql = new StringBuilder("where true");
    private final List<Object> values = new ArrayList<>();

    Conditions and(String condition, Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.add(value);
        }
        return this;
    }

    String sql() {
        return sql.toString();
    }

    /** Binds the values; returns the index of the next parameter. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int index = first;
        for (Object value : values) {
            statement.setObject(index, value);
            index++;
        }
        return index;
    }
}

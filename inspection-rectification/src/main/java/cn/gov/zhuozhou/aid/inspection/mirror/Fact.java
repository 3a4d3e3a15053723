package cn.gov.zhuozhou.aid.inspection.mirror;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/** The state of an aggregate elsewhere, as an event carries it and as a row keeps it. */
interface Fact {
    /** The aggregate's id, key of the row. */
    UUID id();

    Subject subject();

    /** Every field a row must have; a message without one of them cannot be used. */
    Object[] needed();

    /** Inserts the row, or replaces one of a lower revision. Parameter 1 is the id, 2 the revision. */
    String upsert();

    void bind(PreparedStatement row, long revision) throws SQLException;

    default boolean complete() {
        return Arrays.stream(needed()).allMatch(Objects::nonNull);
    }
}

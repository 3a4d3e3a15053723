package cn.gov.zhuozhou.aid.inspection.mirror;

import cn.gov.zhuozhou.aid.chassis.sql.Values;
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

    /** Inserts the row, or replaces one of a lower revision. */
    String upsert();

    /** Of the row's columns. */
    Values values(long revision);

    default boolean complete() {
        return Arrays.stream(needed()).allMatch(Objects::nonNull);
    }
}

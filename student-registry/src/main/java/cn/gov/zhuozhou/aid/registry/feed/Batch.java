package cn.gov.zhuozhou.aid.registry.feed;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A file, or one day's messages of a source.
 *
 * @param asOf the day the rows tell of
 * @param semester only of the list of identified pupils: the semester they were identified in
 */
record Batch(UUID id, Feed source, LocalDate asOf, String semester, Mode mode) {
    enum Mode {
        /** All that is so: who is not on it is gone. */
        SNAPSHOT,
        /** What has changed: who is not on it stays as he is. */
        DELTA
    }

    Batch(UUID id, Feed source, LocalDate asOf, String semester) {
        this(id, source, asOf, semester, Mode.SNAPSHOT);
    }

    boolean isSnapshot() {
        return mode == Mode.SNAPSHOT;
    }
}

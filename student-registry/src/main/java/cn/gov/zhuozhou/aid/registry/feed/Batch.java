package cn.gov.zhuozhou.aid.registry.feed;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A file, or one day's messages of a source.
 *
 * @param asOf the day the rows tell of
 * @param semester only of the list of identified pupils: the semester they were identified in
 */
record Batch(UUID id, Kind kind, Feed source, LocalDate asOf, String semester, Mode mode) {
    enum Kind {
        FILE,
        MESSAGES
    }

    enum Mode {
        /** All that is so: who is not on it is gone. */
        SNAPSHOT,
        /** What has changed: who is not on it stays as he is. */
        DELTA
    }

    static Batch ofFile(UUID id, Feed source, LocalDate asOf, String semester, Mode mode) {
        return new Batch(id, Kind.FILE, source, asOf, semester, mode);
    }

    static Batch ofMessages(UUID id, Feed source, LocalDate asOf) {
        return new Batch(id, Kind.MESSAGES, source, asOf, null, Mode.DELTA);
    }

    boolean isSnapshot() {
        return mode == Mode.SNAPSHOT;
    }
}

package cn.gov.zhuozhou.aid.registry.publicnotice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What somebody holds against a line.
 *
 * @param objector as he gave himself; null where anonymous
 * @param raised by whom it was recorded
 * @param due last day of the school's written answer
 * @param recheck null until the school has looked again
 * @param answer null until it is answered in writing
 * @param appeal null where nobody went on to the aid centre
 */
record Objection(
        UUID id,
        UUID noticeId,
        UUID lineId,
        String content,
        String objector,
        State state,
        By raised,
        LocalDate due,
        Step recheck,
        Step answer,
        Appeal appeal) {
    enum State {
        OPEN,
        /** Another person has looked again and wrote minutes. */
        RECHECKED,
        /** It held: the line is refused. */
        UPHELD,
        /** It did not hold: the line goes on. */
        DISMISSED,
        /** The objector does not accept the answer. */
        APPEALED,
        APPEAL_UPHELD,
        APPEAL_DISMISSED
    }

    /** @param name null where only the id was kept */
    record By(String id, String name, Instant at) {}

    /** What somebody wrote. */
    record Step(String text, By by) {}

    /**
     * @param due last day of the aid centre's answer
     * @param answer null until it is answered
     */
    record Appeal(String grounds, By raised, LocalDate due, Step answer) {}

    @JsonProperty
    boolean anonymous() {
        return objector == null;
    }
}

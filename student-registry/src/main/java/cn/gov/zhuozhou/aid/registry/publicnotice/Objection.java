package cn.gov.zhuozhou.aid.registry.publicnotice;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody holds against a line.
 *
 * @param objector as he gave himself; null where anonymous
 * @param raisedBy the person who recorded it
 */
record Objection(
        UUID id,
        UUID lineId,
        String content,
        String objector,
        State state,
        String answer,
        String raisedBy,
        Instant raisedAt,
        String answeredBy,
        Instant answeredAt) {
    enum State {
        OPEN,
        /** It held: the line is refused. */
        UPHELD,
        /** It did not hold: the line goes on. */
        DISMISSED
    }
}

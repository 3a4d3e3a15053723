package cn.gov.zhuozhou.aid.disbursement.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * A school's quota of a programme in a semester.
 *
 * @param amountFen null where only heads are limited
 * @param onRoll pupils it was counted from
 * @param computedPlaces what the rule gives for them; another number has its reason
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Quota(
        UUID id,
        long revision,
        String semester,
        String programme,
        String schoolCode,
        int places,
        Long amountFen,
        int onRoll,
        int computedPlaces,
        String reason,
        State state,
        String proposedBy,
        String proposedByName,
        String decidedByName,
        Instant decidedAt) {
    /** PROPOSED until another person decides; REPLACED once a later one is in force. */
    enum State {
        PROPOSED,
        IN_FORCE,
        REFUSED,
        REPLACED
    }

    Ranking.Room room() {
        return new Ranking.Room(places, amountFen);
    }
}

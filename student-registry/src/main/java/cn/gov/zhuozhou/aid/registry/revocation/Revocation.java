package cn.gov.zhuozhou.aid.registry.revocation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A false statement somebody found, and what became of it. The finding itself is read apart.
 *
 * @param semesters whose aid rests on it, in their order
 * @param version the entity tag
 */
record Revocation(
        UUID id,
        UUID studentId,
        String name,
        String schoolCode,
        List<String> semesters,
        State state,
        Reason reason,
        String foundBy,
        String foundByName,
        Instant foundAt,
        String decidedByName,
        Instant decidedAt,
        long version) {
    enum State {
        FOUND,
        CONFIRMED,
        DISMISSED
    }

    enum Reason {
        FALSE_STATEMENT,
        FORGED_EVIDENCE,
        CONCEALED_CHANGE
    }

    Revocation {
        semesters = List.copyOf(semesters);
    }
}

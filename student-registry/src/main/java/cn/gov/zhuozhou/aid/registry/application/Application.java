package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An application as working lists show it; what the family wrote is read apart.
 *
 * @param special the family says it belongs to a special group
 * @param factsChanged something has changed since the pupil was evaluated
 * @param assessment the newest word of class, group or principal; null before, and for special groups
 * @param verified the special groups the school verified
 * @param version the entity tag
 */
record Application(
        UUID id,
        UUID studentId,
        String name,
        String schoolCode,
        String schoolName,
        int grade,
        String className,
        String semester,
        ApplicationState state,
        Channel channel,
        boolean special,
        boolean factsChanged,
        Signature.By signedBy,
        LocalDate signedOn,
        int templateVersion,
        Assessment assessment,
        List<Category> verified,
        Instant submittedAt,
        long version) {
    /** How it came in: typed from paper at the school, or through the portal. */
    enum Channel {
        PAPER,
        PORTAL
    }

    /** What one step changes besides the state; each may stay as it is. */
    record Outcome(Assessment assessment, List<Category> verified) {
        static final Outcome NOTHING_SAID = new Outcome(null, List.of());

        static Outcome of(Assessment assessment) {
            return new Outcome(assessment, List.of());
        }
    }

    Outcome outcome() {
        return new Outcome(assessment, verified);
    }
}

package cn.gov.zhuozhou.aid.registry.duplicate;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whether two records may be brought together. */
final class MergeRules {
    /**
     * What matters of a record.
     *
     * @param mergedAway it was merged into another
     * @param absorbs another was merged into it
     * @param identities blind indexes of the identity numbers it went by, the present one among them
     * @param identified in force in the semester that is open
     */
    record Side(UUID id, String name, boolean mergedAway, boolean absorbs, Set<UUID> identities, boolean identified) {
        Side {
            identities = Set.copyOf(identities);
        }
    }

    private MergeRules() {}

    /** Why not; empty where nothing stands against it. */
    static Optional<MergeProblem> refusal(Side survivor, Side absorbed) {
        if (survivor.id().equals(absorbed.id())) {
            return Optional.of(MergeProblem.SAME_RECORD);
        }
        if (survivor.mergedAway() || absorbed.mergedAway()) {
            return Optional.of(MergeProblem.ALREADY_MERGED);
        }
        if (absorbed.absorbs()) {
            return Optional.of(MergeProblem.ABSORBS_OTHERS);
        }
        if (!survivor.name().equals(absorbed.name())
                && Collections.disjoint(survivor.identities(), absorbed.identities())) {
            return Optional.of(MergeProblem.NOTHING_IN_COMMON);
        }
        if (absorbed.identified()) {
            return Optional.of(
                    survivor.identified() ? MergeProblem.BOTH_IDENTIFIED : MergeProblem.SURVIVOR_NOT_IDENTIFIED);
        }
        return Optional.empty();
    }
}

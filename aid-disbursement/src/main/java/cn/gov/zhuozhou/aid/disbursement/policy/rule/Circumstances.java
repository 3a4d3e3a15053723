package cn.gov.zhuozhou.aid.disbursement.policy.rule;

/**
 * Where a pupil lives and learns; null where nobody has told it.
 *
 * @param schoolTown name of the town
 * @param major of a vocational pupil, as the school calls it
 */
public record Circumstances(
        String schoolTown,
        Area schoolArea,
        SchoolKind schoolKind,
        SchoolNature schoolNature,
        Area householdArea,
        String major) {
    public static final Circumstances UNKNOWN = new Circumstances(null, null, null, null, null, null);
}

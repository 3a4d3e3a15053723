package cn.gov.zhuozhou.aid.registry.comparison;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One comparison as it was made.
 *
 * @param asOf the day the sheet tells of
 * @param sha256 of the sheet, which is not kept
 * @param unread rows without a usable number, school, stage or level; they count under UNKNOWN
 * @param ours pupils identified here
 * @param bothSides of them, found on the sheet
 */
record Comparison(
        UUID id,
        String semester,
        String mapping,
        int mappingVersion,
        LocalDate asOf,
        String sha256,
        int rows,
        int unread,
        long ours,
        long bothSides,
        String byName,
        Instant at) {
    enum Side {
        OURS,
        THEIRS
    }

    /** A school, stage and level; {@code difference} is theirs less ours. */
    record Total(
            String school, String schoolName, String stage, String level, long ours, long theirs, long difference) {}

    /**
     * A person on one side only.
     *
     * @param studentId null where the sheet's person is no pupil of ours
     * @param line of the sheet; null on our side
     */
    record Person(
            UUID id,
            Side side,
            UUID studentId,
            Integer line,
            String name,
            String number,
            String school,
            String stage,
            String level) {}
}

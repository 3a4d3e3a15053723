package cn.gov.zhuozhou.aid.registry.household;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A household as a register lists it now. Numbers of persons are not part of it.
 *
 * @param area {@code RURAL}, {@code URBAN} or null
 * @param missing members of school age without a pupil
 */
record HouseholdView(
        UUID householdId,
        String source,
        String area,
        String town,
        String village,
        int missing,
        List<Member> members,
        List<Pupil> pupils) {
    /** What is known of a member as a pupil. */
    enum Schooling {
        PUPIL,
        /** His number is a pupil's, the name is another; a person decides. */
        UNDECIDED,
        /** Of school age and no pupil of the county: out of the area, out of school, or listed with a wrong number? */
        NO_PUPIL,
        NOT_OF_SCHOOL_AGE
    }

    /**
     * A person the register lists.
     *
     * @param studentId null where he is no pupil, or one outside the caller's jurisdiction
     */
    record Member(
            String name,
            String relation,
            int birthYear,
            String category,
            LocalDate since,
            Schooling schooling,
            UUID studentId) {}

    /**
     * A pupil of the household within the caller's jurisdiction.
     *
     * @param link {@code MEMBER}, or {@code GUARDIAN} where only his guardian is listed
     */
    record Pupil(
            UUID studentId, String name, String schoolCode, String schoolName, String enrolmentState, String link) {}
}

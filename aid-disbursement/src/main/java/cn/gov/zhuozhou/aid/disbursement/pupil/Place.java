package cn.gov.zhuozhou.aid.disbursement.pupil;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;

/**
 * Where a pupil is, and what of it decides what he is paid.
 *
 * @param grade null only where it is supposed and nobody said it
 */
public record Place(
        String schoolCode, String schoolTown, Stage stage, Integer grade, boolean boarding, String enrolmentState) {
    public static final String IN_SCHOOL = "IN_SCHOOL";

    /** Registered and present (在籍在校). */
    public boolean inSchool() {
        return IN_SCHOOL.equals(enrolmentState);
    }

    /** Away for a time, to come back (休学). */
    public boolean away() {
        return "SUSPENDED".equals(enrolmentState);
    }

    public boolean left() {
        return !inSchool() && !away();
    }

    /** The same place, in which he is now enrolled as said. */
    public Place enrolled(String state) {
        return new Place(schoolCode, schoolTown, stage, grade, boarding, state);
    }
}

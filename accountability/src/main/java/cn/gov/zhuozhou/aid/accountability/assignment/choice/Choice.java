package cn.gov.zhuozhou.aid.accountability.assignment.choice;

/** What the choice came to: somebody, or nobody and why. */
public sealed interface Choice {
    /** This person shall answer for the pupil. */
    record Chosen(Candidate person, String post, Ground ground) implements Choice {}

    /** Nobody can be proposed. */
    record Gap(Lack lack) implements Choice {}

    /** Why this person. */
    enum Ground {
        CLASS_TEACHER_OF_CLASS,
        FEWEST_PUPILS
    }

    /** Why nobody. */
    enum Lack {
        NO_STAFF_KNOWN,
        NO_TEACHER
    }
}

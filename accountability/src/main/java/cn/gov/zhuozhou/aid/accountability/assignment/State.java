package cn.gov.zhuozhou.aid.accountability.assignment;

/** Where an assignment stands. */
enum State {
    /** A person is named and waits to be confirmed; the pupil is covered. */
    PROPOSED,
    /** Confirmed by the second person. */
    ACTIVE,
    /** The pupil needs somebody and there is nobody to propose. */
    GAP,
    /** History. */
    ENDED
}

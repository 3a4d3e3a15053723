package cn.gov.zhuozhou.aid.registry.identification.rule;

/** What a category rests on. */
enum Ground {
    /** The newest register lists the pupil. */
    LISTED,
    /** A person confirmed it. */
    CONFIRMED,
    /** The school's review group and principal found it this semester. */
    JUDGED,
    /** Held before and kept to the end of the stage. */
    STICKY,
    /** Held before, and no register could say that it is lost. */
    KEPT
}

package cn.gov.zhuozhou.aid.registry.identification.rule;

/** What a check leans on; where it is written is data of the rule set ({@link Parameters#sources}). */
public enum Law {
    /** Who was identified goes on without a new evaluation (S67, S68). */
    CARRY_OVER,
    /** Who is evaluated again, and when (S68). */
    EVALUATED_AGAIN,
    /** Who is added or taken off passes review and public notice (S70). */
    REVIEW_AND_NOTICE,
    /** Data agree with the newest register (S69). */
    NEWEST_REGISTER,
    /** Nobody is missed (S15, S72). */
    NOBODY_MISSED,
    /** Groups that count as in hardship by themselves. */
    SPECIAL_GROUPS,
    /** A benefit kept to the end of the stage. */
    KEPT_TO_END_OF_STAGE,
    /** Only who is on the roll and in school is aided. */
    IN_SCHOOL,
    /** A disability counts together with hardship of the family. */
    FOUR_CATEGORIES,
    /** The levels and what former ones correspond to. */
    LEVELS,
    /** A false statement ends the identification, and the money is asked back. */
    FALSE_STATEMENT,
    /** Aid is applied for, and may be declined in writing. */
    VOLUNTARY,
    /** The school's review group and principal judge. */
    SCHOOL_PROCEDURE
}

package cn.gov.zhuozhou.aid.registry.identification.rule;

/** What the rules find for a pupil in a semester. */
public enum Result {
    /** Goes on as before, without a new evaluation (S67, S68). */
    CARRIED,
    /** Newly proven; takes effect after review and notice (S70). */
    ADDED,
    /** Nothing holds any more; takes effect after review and notice (S70). */
    REMOVED,
    /** Goes on at another level; takes effect after review and notice (S70). */
    LEVEL_CHANGED,
    /** Would be carried, but is evaluated again every semester (S68). */
    REEVALUATED,
    /** Only a person can tell: a match is open, or hardship is not proven. */
    DECISION_NEEDED,
    /** Nothing speaks for or against. */
    NONE
}

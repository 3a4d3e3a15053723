package cn.gov.zhuozhou.aid.registry.identification;

/** Where the present result of an identification stands. What was in force stays so until {@link #EFFECTIVE}. */
public enum State {
    /** Waits for the second person. */
    PROPOSED,
    /** Found right by the second person; waits to be posted. */
    REVIEWED,
    /** Posted for objection. */
    ON_NOTICE,
    /** In force. */
    EFFECTIVE,
    /** Refused in the review, or after an objection. */
    REJECTED,
    /** The facts that spoke for it are gone. */
    WITHDRAWN,
    /** Proof is needed: a person has to decide a match. */
    AWAITING_DECISION
}

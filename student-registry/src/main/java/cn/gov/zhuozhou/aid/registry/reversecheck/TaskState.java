package cn.gov.zhuozhou.aid.registry.reversecheck;

/** Where the task to find a person stands. */
enum TaskState {
    OPEN,
    /** Somebody is looking. */
    TAKEN,
    /** Answered so that the matter would end; waits for the second person. */
    PROPOSED,
    /** Answered, and the matter goes on elsewhere: dropout control, matching desk. */
    FOLLOWED_UP,
    /** Answered for good. */
    SETTLED,
    /** The register no longer names the person, or a pupil has turned up. */
    CLOSED
}

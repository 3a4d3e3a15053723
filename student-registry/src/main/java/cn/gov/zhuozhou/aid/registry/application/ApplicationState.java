package cn.gov.zhuozhou.aid.registry.application;

/** Where an application stands. */
enum ApplicationState {
    SUBMITTED,
    /** The class has said which level it thinks right. */
    CLASS_PROPOSED,
    /** The school has verified that the pupil belongs to a special group: no class, group or quota is asked. */
    VERIFIED,
    /** The review group has met on it. */
    GROUP_REVIEWED,
    ACCEPTED,
    /** The school found no hardship. */
    DECLINED,
    /** Taken back by the family before a decision. */
    WITHDRAWN,
    /** Accepted on a false statement that was found and confirmed later. */
    REVOKED
}

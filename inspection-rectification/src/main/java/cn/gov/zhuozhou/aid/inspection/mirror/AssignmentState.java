package cn.gov.zhuozhou.aid.inspection.mirror;

/** Where the assignment of a responsible person stands; a GAP tells that there is none. */
public enum AssignmentState {
    PROPOSED,
    ACTIVE,
    ENDED,
    GAP;

    /** A proposed person counts: he is named, though not confirmed. */
    public boolean covers() {
        return this == PROPOSED || this == ACTIVE;
    }
}

package cn.gov.zhuozhou.aid.inspection.mirror;

/** Where an identification stands in the registry. */
public enum EligibilityState {
    PROPOSED,
    REVIEWED,
    ON_NOTICE,
    EFFECTIVE,
    REJECTED,
    WITHDRAWN,
    AWAITING_DECISION;

    /** Whether review, notice or a person's decision is still to come. */
    public boolean pending() {
        return switch (this) {
            case PROPOSED, REVIEWED, ON_NOTICE, AWAITING_DECISION -> true;
            case EFFECTIVE, REJECTED, WITHDRAWN -> false;
        };
    }
}

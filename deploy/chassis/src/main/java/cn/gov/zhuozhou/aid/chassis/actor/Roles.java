package cn.gov.zhuozhou.aid.chassis.actor;

/** Realm roles. What a role may do ends at the jurisdiction of its holder. */
public final class Roles {
    /** Reads; the municipal portal. */
    public static final String VIEWER = "aid-viewer";

    /** Proposes and records. */
    public static final String CLERK = "aid-clerk";

    /** The second person: reviews, approves, confirms. */
    public static final String REVIEWER = "aid-reviewer";

    /** The third person: hands to the bank what others made and checked. */
    public static final String PAYER = "aid-payer";

    public static final String INSPECTOR = "aid-inspector";

    /** Reads everything, the trail included, and changes nothing. */
    public static final String AUDITOR = "aid-auditor";

    public static final String ADMINISTRATOR = "aid-administrator";

    private Roles() {}
}

package cn.gov.zhuozhou.aid.chassis.actor;

/** Who acts: a person (the token's subject), or a part of the system in the background. */
public record Actor(String id, String name, Jurisdiction jurisdiction) {
    /** The suite itself, where no person asked for the work. */
    public static Actor system(String part) {
        return new Actor("system:" + part, "系统", Jurisdiction.BUREAU);
    }

    public boolean is(String otherId) {
        return id.equals(otherId);
    }
}

package cn.gov.zhuozhou.aid.registry.feed.row;

/** A member's relation to the head of the household. */
public enum Relation {
    HEAD,
    SPOUSE,
    CHILD,
    GRANDCHILD,
    SIBLING,
    PARENT,
    GRANDPARENT,
    OTHER,
    UNKNOWN;

    /** Whether a pupil may stand behind it. */
    public boolean maybeChild() {
        return switch (this) {
            case CHILD, GRANDCHILD, SIBLING, OTHER, UNKNOWN -> true;
            case HEAD, SPOUSE, PARENT, GRANDPARENT -> false;
        };
    }
}

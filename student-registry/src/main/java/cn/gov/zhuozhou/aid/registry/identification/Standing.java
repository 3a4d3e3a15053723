package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.Level;
import java.util.List;

/**
 * Whether a pupil counts as in hardship, how severe, and on which grounds.
 *
 * @param level null where not identified
 * @param categories in the order of the domain's list; empty where not identified
 */
record Standing(boolean identified, Level level, List<Category> categories) {
    static final Standing NONE = new Standing(false, null, List.of());

    Standing {
        categories = List.copyOf(categories);
    }

    static Standing of(Level level, List<Category> categories) {
        return level == null ? NONE : new Standing(true, level, categories);
    }

    /** Grounds may come and go beneath the same level; that is no change to be reviewed. */
    boolean ranksAs(Standing other) {
        return identified == other.identified && level == other.level;
    }
}

package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.registry.identification.rule.Level;

/** What somebody of the school thinks of a family's hardship. */
enum Assessment {
    SEVERE(Level.SEVERE),
    DIFFICULT(Level.DIFFICULT),
    ORDINARY(Level.ORDINARY),
    /** No hardship (不困难). */
    NONE(null);

    private final Level level;

    Assessment(Level level) {
        this.level = level;
    }

    /** Null where there is no hardship. */
    Level level() {
        return level;
    }
}

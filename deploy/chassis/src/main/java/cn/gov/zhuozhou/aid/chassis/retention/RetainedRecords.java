package cn.gov.zhuozhou.aid.chassis.retention;

/**
 * Records of a service that are kept for a time, of several kinds. In its database stand the tables {@code <name>_rule},
 * {@code <name>_run} and {@code <name>_item}, and a view {@code <name>_candidate} of each record by {@code kind} with the day it {@code ended}.
 *
 * @param name of the tables; with hyphens it is the word of the trail
 * @param eraser function of the database, called with the id of a run just confirmed and today, that takes out what is over
 */
public record RetainedRecords(String name, String eraser) {
    String word() {
        return name.replace('_', '-');
    }
}

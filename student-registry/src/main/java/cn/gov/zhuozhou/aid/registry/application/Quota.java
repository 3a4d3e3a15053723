package cn.gov.zhuozhou.aid.registry.application;

/**
 * How many pupils a school may identify on its own judgement; special groups do not count.
 *
 * @param amount pupils, or pupils of a thousand on the roll
 */
record Quota(Measure measure, int amount) {
    enum Measure {
        NUMBER,
        PERMILLE
    }

    /** Places at a school with so many pupils; a part of a place is none. */
    int places(int onRoll) {
        return switch (measure) {
            case NUMBER -> amount;
            case PERMILLE -> Math.toIntExact((long) onRoll * amount / 1000);
        };
    }

    boolean hasRoom(int taken, int onRoll) {
        return taken < places(onRoll);
    }
}

package cn.gov.zhuozhou.aid.registry.identification;

/**
 * One step of an identification, to be written and told together.
 *
 * @param ruling what led to it; null where a person or the calendar did
 */
record Change(Identification before, Identification after, Ruling ruling) {
    static Change of(Identification before, Identification after) {
        return new Change(before, after, null);
    }

    /** Whether a posted line loses its ground. */
    boolean leavesNotice() {
        return before.state() == State.ON_NOTICE && ruling != null && after.state() != State.ON_NOTICE;
    }
}

package cn.gov.zhuozhou.aid.registry.publicnotice;

import java.util.UUID;

/**
 * One line as it may be posted: nothing but name, school, grade, class and level (教财〔2018〕16号). The level is null where a
 * pupil is no longer identified.
 */
record NoticeLine(UUID id, String name, String school, int grade, String className, String level, State state) {
    enum State {
        LISTED,
        /** An objection is open. */
        SUSPENDED,
        /** The facts changed while it was posted. */
        WITHDRAWN,
        /** An objection held. */
        REJECTED,
        /** The period ended without an objection that held. */
        PASSED
    }
}

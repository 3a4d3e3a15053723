package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.registry.likeness.Likeness;
import java.util.List;

/**
 * One field of both sides compared.
 *
 * @param likenesses why different values may still mean the same
 */
record Difference(Field field, Kind kind, List<Likeness> likenesses) {
    enum Field {
        NAME,
        NUMBER,
        BIRTH_DATE,
        TOWN,
        VILLAGE,
        GUARDIAN_NAME,
        GUARDIAN_NUMBER
    }

    enum Kind {
        SAME,
        /** Different, in a way that is known to happen. */
        ALIKE,
        DIFFERENT,
        NOT_ON_REGISTER,
        NOT_ON_ENROLMENT,
        ON_NEITHER
    }

    Difference {
        likenesses = List.copyOf(likenesses);
    }

    boolean counts() {
        return kind == Kind.ALIKE || kind == Kind.DIFFERENT;
    }
}

package cn.gov.zhuozhou.aid.accountability.attendance;

import static cn.gov.zhuozhou.aid.accountability.attendance.AbsenceState.DROPOUT;
import static cn.gov.zhuozhou.aid.accountability.attendance.AbsenceState.EXEMPT;
import static cn.gov.zhuozhou.aid.accountability.attendance.AbsenceState.HOME_TEACHING;
import static cn.gov.zhuozhou.aid.accountability.attendance.AbsenceState.LOST;
import static cn.gov.zhuozhou.aid.accountability.attendance.AbsenceState.OUT_OF_AREA_VERIFIED;
import static cn.gov.zhuozhou.aid.accountability.attendance.AbsenceState.PERSUADING;
import static cn.gov.zhuozhou.aid.accountability.attendance.AbsenceState.RETURNED;
import static cn.gov.zhuozhou.aid.accountability.attendance.AbsenceState.SUSPECTED;

import cn.gov.zhuozhou.aid.chassis.state.Transitions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The states of an absence and what moves it from one to the next. What stands in no row cannot happen. */
final class AbsenceTransitions {
    /** Whose word an occasion is. */
    enum By {
        /** The clerk of the unit that answers for it. */
        UNIT,
        /** A reviewer, never the one whose word came before. */
        SECOND_PERSON,
        /** Time, or the registry, where people have decided. */
        SYSTEM
    }

    /** What happened. */
    enum Occasion {
        TIME_PASSED(By.SYSTEM),
        PERSUASION_BEGUN(By.UNIT),
        CAME_BACK(By.UNIT),
        NOT_FOUND(By.UNIT),
        HOME_TEACHING_GRANTED(By.SECOND_PERSON),
        EXEMPTED(By.SECOND_PERSON),
        FOUND_ELSEWHERE(By.SECOND_PERSON),
        ABSENT_AGAIN(By.SYSTEM),
        /** What the registry's people had agreed to, and what ended the case, is in doubt. */
        END_IN_DOUBT(By.SYSTEM);

        private final By by;

        Occasion(By by) {
            this.by = by;
        }

        By by() {
            return by;
        }
    }

    private static final Set<AbsenceState> OPEN = EnumSet.of(SUSPECTED, DROPOUT, PERSUADING, LOST);

    private static final Transitions<AbsenceState, Occasion> TABLE = Transitions.<AbsenceState, Occasion>none()
            .row(SUSPECTED, Occasion.TIME_PASSED, DROPOUT)
            .row(OPEN, Occasion.PERSUASION_BEGUN, PERSUADING)
            .row(EnumSet.of(SUSPECTED, DROPOUT, PERSUADING, LOST, HOME_TEACHING), Occasion.CAME_BACK, RETURNED)
            .row(EnumSet.of(SUSPECTED, DROPOUT, PERSUADING), Occasion.NOT_FOUND, LOST)
            .row(OPEN, Occasion.HOME_TEACHING_GRANTED, HOME_TEACHING)
            .row(OPEN, Occasion.EXEMPTED, EXEMPT)
            .row(OPEN, Occasion.FOUND_ELSEWHERE, OUT_OF_AREA_VERIFIED)
            .row(EnumSet.complementOf(EnumSet.copyOf(OPEN)), Occasion.ABSENT_AGAIN, SUSPECTED)
            .row(EnumSet.of(EXEMPT, OUT_OF_AREA_VERIFIED), Occasion.END_IN_DOUBT, SUSPECTED);

    private AbsenceTransitions() {}

    static Optional<AbsenceState> next(AbsenceState from, Occasion occasion) {
        return TABLE.next(from, occasion);
    }

    /** Refused as a state conflict where it cannot happen. */
    static AbsenceState of(AbsenceState from, Occasion occasion) {
        return TABLE.after(from, occasion);
    }
}

package cn.gov.zhuozhou.aid.disbursement.university;

import static cn.gov.zhuozhou.aid.disbursement.university.FreshmanTransitions.State.APPLIED;
import static cn.gov.zhuozhou.aid.disbursement.university.FreshmanTransitions.State.APPROVED;
import static cn.gov.zhuozhou.aid.disbursement.university.FreshmanTransitions.State.REFUSED;
import static cn.gov.zhuozhou.aid.disbursement.university.FreshmanTransitions.State.SCHOOL_CHECKED;

import cn.gov.zhuozhou.aid.disbursement.Transition;
import java.util.List;

/**
 * The states of a freshman grant and what moves it on. What stands in no row cannot happen. Whether an approved one is paid is told by
 * the payments of its award.
 */
final class FreshmanTransitions {
    enum State {
        APPLIED,
        SCHOOL_CHECKED,
        APPROVED,
        REFUSED
    }

    enum Occasion {
        SCHOOL_CHECK,
        APPROVE,
        REFUSE
    }

    static final List<Transition<State, Occasion>> TABLE = List.of(
            new Transition<>(APPLIED, Occasion.SCHOOL_CHECK, SCHOOL_CHECKED),
            new Transition<>(SCHOOL_CHECKED, Occasion.APPROVE, APPROVED),
            new Transition<>(APPLIED, Occasion.REFUSE, REFUSED),
            new Transition<>(SCHOOL_CHECKED, Occasion.REFUSE, REFUSED),
            new Transition<>(APPROVED, Occasion.REFUSE, REFUSED));

    private FreshmanTransitions() {}

    /** Refused as a state conflict where it cannot happen. */
    static State of(State from, Occasion occasion) {
        return Transition.of(TABLE, from, occasion);
    }
}

package cn.gov.zhuozhou.aid.disbursement.university;

import static cn.gov.zhuozhou.aid.disbursement.university.LoanTransitions.State.APPLIED;
import static cn.gov.zhuozhou.aid.disbursement.university.LoanTransitions.State.CONTRACTED;
import static cn.gov.zhuozhou.aid.disbursement.university.LoanTransitions.State.ORIGINALS_CHECKED;
import static cn.gov.zhuozhou.aid.disbursement.university.LoanTransitions.State.RECEIPT_RETURNED;
import static cn.gov.zhuozhou.aid.disbursement.university.LoanTransitions.State.RECEIPT_SENT;
import static cn.gov.zhuozhou.aid.disbursement.university.LoanTransitions.State.RECORDED;
import static cn.gov.zhuozhou.aid.disbursement.university.LoanTransitions.State.REFUSED;
import static cn.gov.zhuozhou.aid.disbursement.university.LoanTransitions.State.RELEASED;

import cn.gov.zhuozhou.aid.disbursement.Transition;
import java.util.List;

/** The way of a student-origin loan, from the application to the money. What stands in no row cannot happen. */
final class LoanTransitions {
    enum State {
        APPLIED,
        /** Identity card, household register and admission letter were seen. */
        ORIGINALS_CHECKED,
        /** Signed by borrower and co-borrower. */
        CONTRACTED,
        /** The acceptance paper went to the university. */
        RECEIPT_SENT,
        /** The university confirmed fees and account. */
        RECEIPT_RETURNED,
        /** The bank paid. */
        RELEASED,
        /** A loan the university gave; only known here. */
        RECORDED,
        REFUSED
    }

    enum Occasion {
        CHECK_ORIGINALS,
        SIGN,
        SEND_RECEIPT,
        TAKE_RECEIPT_BACK,
        RELEASE,
        REFUSE
    }

    static final List<Transition<State, Occasion>> TABLE = List.of(
            new Transition<>(APPLIED, Occasion.CHECK_ORIGINALS, ORIGINALS_CHECKED),
            new Transition<>(ORIGINALS_CHECKED, Occasion.SIGN, CONTRACTED),
            new Transition<>(CONTRACTED, Occasion.SEND_RECEIPT, RECEIPT_SENT),
            new Transition<>(RECEIPT_SENT, Occasion.TAKE_RECEIPT_BACK, RECEIPT_RETURNED),
            new Transition<>(RECEIPT_RETURNED, Occasion.RELEASE, RELEASED),
            new Transition<>(APPLIED, Occasion.REFUSE, REFUSED),
            new Transition<>(ORIGINALS_CHECKED, Occasion.REFUSE, REFUSED),
            new Transition<>(CONTRACTED, Occasion.REFUSE, REFUSED),
            new Transition<>(RECEIPT_SENT, Occasion.REFUSE, REFUSED),
            new Transition<>(RECEIPT_RETURNED, Occasion.REFUSE, REFUSED),
            new Transition<>(RECORDED, Occasion.REFUSE, REFUSED));

    private LoanTransitions() {}

    /** Refused as a state conflict where it cannot happen. */
    static State of(State from, Occasion occasion) {
        return Transition.of(TABLE, from, occasion);
    }
}

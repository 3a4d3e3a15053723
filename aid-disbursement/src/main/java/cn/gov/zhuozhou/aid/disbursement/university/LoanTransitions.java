package cn.gov.zhuozhou.aid.disbursement.university;

import static cn.gov.zhuozhou.aid.disbursement.university.LoanTransitions.State.APPLIED;
import static cn.gov.zhuozhou.aid.disbursement.university.LoanTransitions.State.CONTRACTED;
import static cn.gov.zhuozhou.aid.disbursement.university.LoanTransitions.State.ORIGINALS_CHECKED;
import static cn.gov.zhuozhou.aid.disbursement.university.LoanTransitions.State.RECEIPT_RETURNED;
import static cn.gov.zhuozhou.aid.disbursement.university.LoanTransitions.State.RECEIPT_SENT;
import static cn.gov.zhuozhou.aid.disbursement.university.LoanTransitions.State.RECORDED;
import static cn.gov.zhuozhou.aid.disbursement.university.LoanTransitions.State.REFUSED;
import static cn.gov.zhuozhou.aid.disbursement.university.LoanTransitions.State.RELEASED;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
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

    record Row(State from, Occasion occasion, State to) {}

    static final List<Row> TABLE = List.of(
            new Row(APPLIED, Occasion.CHECK_ORIGINALS, ORIGINALS_CHECKED),
            new Row(ORIGINALS_CHECKED, Occasion.SIGN, CONTRACTED),
            new Row(CONTRACTED, Occasion.SEND_RECEIPT, RECEIPT_SENT),
            new Row(RECEIPT_SENT, Occasion.TAKE_RECEIPT_BACK, RECEIPT_RETURNED),
            new Row(RECEIPT_RETURNED, Occasion.RELEASE, RELEASED),
            new Row(APPLIED, Occasion.REFUSE, REFUSED),
            new Row(ORIGINALS_CHECKED, Occasion.REFUSE, REFUSED),
            new Row(CONTRACTED, Occasion.REFUSE, REFUSED),
            new Row(RECEIPT_SENT, Occasion.REFUSE, REFUSED),
            new Row(RECEIPT_RETURNED, Occasion.REFUSE, REFUSED),
            new Row(RECORDED, Occasion.REFUSE, REFUSED));

    private LoanTransitions() {}

    /** Refused as a state conflict where it cannot happen. */
    static State of(State from, Occasion occasion) {
        return TABLE.stream()
                .filter(row -> row.from() == from && row.occasion() == occasion)
                .map(Row::to)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.STATE_CONFLICT,
                        Text.of("当前状态为 %s，不能执行 %s。", "In state %s there is no %s.")
                                .formatted(from, occasion)));
    }
}

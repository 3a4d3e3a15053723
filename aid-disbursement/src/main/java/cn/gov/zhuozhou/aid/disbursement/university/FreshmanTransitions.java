package cn.gov.zhuozhou.aid.disbursement.university;

import static cn.gov.zhuozhou.aid.disbursement.university.FreshmanTransitions.State.APPLIED;
import static cn.gov.zhuozhou.aid.disbursement.university.FreshmanTransitions.State.APPROVED;
import static cn.gov.zhuozhou.aid.disbursement.university.FreshmanTransitions.State.REFUSED;
import static cn.gov.zhuozhou.aid.disbursement.university.FreshmanTransitions.State.SCHOOL_CHECKED;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
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

    record Row(State from, Occasion occasion, State to) {}

    static final List<Row> TABLE = List.of(
            new Row(APPLIED, Occasion.SCHOOL_CHECK, SCHOOL_CHECKED),
            new Row(SCHOOL_CHECKED, Occasion.APPROVE, APPROVED),
            new Row(APPLIED, Occasion.REFUSE, REFUSED),
            new Row(SCHOOL_CHECKED, Occasion.REFUSE, REFUSED),
            new Row(APPROVED, Occasion.REFUSE, REFUSED));

    private FreshmanTransitions() {}

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

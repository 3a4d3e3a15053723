package cn.gov.zhuozhou.aid.registry.identification;

import static cn.gov.zhuozhou.aid.registry.identification.State.AWAITING_DECISION;
import static cn.gov.zhuozhou.aid.registry.identification.State.EFFECTIVE;
import static cn.gov.zhuozhou.aid.registry.identification.State.ON_NOTICE;
import static cn.gov.zhuozhou.aid.registry.identification.State.PROPOSED;
import static cn.gov.zhuozhou.aid.registry.identification.State.REJECTED;
import static cn.gov.zhuozhou.aid.registry.identification.State.REVIEWED;
import static cn.gov.zhuozhou.aid.registry.identification.State.WITHDRAWN;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The states of an identification and what moves it from one to the next. What stands in no row cannot happen. */
final class StateTransitions {
    /** What happened; each is told as EligibilityChanged, and in the trail where a person did it. */
    enum Occasion {
        /** The rules ask for a change, or for a new one in place of the former. */
        CHANGE_PROPOSED,
        /** The rules keep, or return to, what is in force. */
        KEPT,
        /** The rules cannot tell without proof. */
        PROOF_ASKED,
        /** The rules find no ground any more. */
        GROUND_GONE,
        APPROVED,
        /** Approved, and nothing is added or reduced: no notice is needed (S70). */
        CONFIRMED,
        RETURNED,
        RESUBMITTED,
        POSTED,
        NOTICE_PASSED,
        OBJECTION_UPHELD,
        /** A false statement was confirmed by the second person; the law cancels upon verification, without a notice. */
        CANCELLED
    }

    private record Row(Set<State> from, Occasion occasion, State to) {}

    private static final Set<State> ANY = EnumSet.allOf(State.class);

    private static final List<Row> TABLE = List.of(
            new Row(ANY, Occasion.CHANGE_PROPOSED, PROPOSED),
            new Row(ANY, Occasion.KEPT, EFFECTIVE),
            new Row(ANY, Occasion.PROOF_ASKED, AWAITING_DECISION),
            new Row(EnumSet.complementOf(EnumSet.of(EFFECTIVE)), Occasion.GROUND_GONE, WITHDRAWN),
            new Row(EnumSet.of(PROPOSED), Occasion.APPROVED, REVIEWED),
            new Row(EnumSet.of(PROPOSED), Occasion.CONFIRMED, EFFECTIVE),
            new Row(EnumSet.of(PROPOSED), Occasion.RETURNED, REJECTED),
            new Row(EnumSet.of(REJECTED), Occasion.RESUBMITTED, PROPOSED),
            new Row(EnumSet.of(REVIEWED), Occasion.POSTED, ON_NOTICE),
            new Row(EnumSet.of(ON_NOTICE), Occasion.NOTICE_PASSED, EFFECTIVE),
            new Row(EnumSet.of(ON_NOTICE), Occasion.OBJECTION_UPHELD, REJECTED),
            new Row(EnumSet.of(PROPOSED, REVIEWED, ON_NOTICE, REJECTED), Occasion.CANCELLED, EFFECTIVE));

    private StateTransitions() {}

    /** The state an occasion leads to; empty where it cannot happen in this state. */
    static Optional<State> next(State from, Occasion occasion) {
        return TABLE.stream()
                .filter(row -> row.occasion() == occasion && row.from().contains(from))
                .map(Row::to)
                .findFirst();
    }

    /** The state an occasion leads to; refused as a state conflict where it cannot happen. */
    static State of(State from, Occasion occasion) {
        return next(from, occasion)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.STATE_CONFLICT,
                        Text.of("当前状态为 %s，不能执行 %s。", "In state %s there is no %s.")
                                .formatted(from, occasion)));
    }
}

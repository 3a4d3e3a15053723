package cn.gov.zhuozhou.aid.registry.publicnotice;

import static cn.gov.zhuozhou.aid.registry.publicnotice.Objection.State.APPEALED;
import static cn.gov.zhuozhou.aid.registry.publicnotice.Objection.State.APPEAL_DISMISSED;
import static cn.gov.zhuozhou.aid.registry.publicnotice.Objection.State.APPEAL_UPHELD;
import static cn.gov.zhuozhou.aid.registry.publicnotice.Objection.State.DISMISSED;
import static cn.gov.zhuozhou.aid.registry.publicnotice.Objection.State.OPEN;
import static cn.gov.zhuozhou.aid.registry.publicnotice.Objection.State.RECHECKED;
import static cn.gov.zhuozhou.aid.registry.publicnotice.Objection.State.UPHELD;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** The states of an objection, what moves it on, and what that does to the disputed line. What stands in no row cannot happen. */
final class ObjectionTransitions {
    enum Occasion {
        MINUTES_WRITTEN,
        FOUND_RIGHT,
        FOUND_WRONG,
        APPEAL_RAISED,
        APPEAL_FOUND_RIGHT,
        APPEAL_FOUND_WRONG
    }

    enum LineEffect {
        /** It stays as it is. */
        NONE,
        /** It waits again, unless it has taken effect. */
        WAIT,
        GO_ON,
        REFUSE
    }

    record Row(Objection.State from, Occasion occasion, Objection.State to, LineEffect line) {}

    private static final List<Row> TABLE = List.of(
            new Row(OPEN, Occasion.MINUTES_WRITTEN, RECHECKED, LineEffect.NONE),
            new Row(RECHECKED, Occasion.FOUND_RIGHT, UPHELD, LineEffect.REFUSE),
            new Row(RECHECKED, Occasion.FOUND_WRONG, DISMISSED, LineEffect.GO_ON),
            new Row(DISMISSED, Occasion.APPEAL_RAISED, APPEALED, LineEffect.WAIT),
            new Row(APPEALED, Occasion.APPEAL_FOUND_RIGHT, APPEAL_UPHELD, LineEffect.REFUSE),
            new Row(APPEALED, Occasion.APPEAL_FOUND_WRONG, APPEAL_DISMISSED, LineEffect.GO_ON));

    private ObjectionTransitions() {}

    static Optional<Row> find(Objection.State from, Occasion occasion) {
        return TABLE.stream()
                .filter(row -> row.from() == from && row.occasion() == occasion)
                .findFirst();
    }

    /** Refused as a state conflict where it cannot happen. */
    static Row of(Objection.State from, Occasion occasion) {
        return find(from, occasion)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.STATE_CONFLICT,
                        Text.of("异议当前状态为 %s，不能执行 %s。", "In state %s there is no %s.")
                                .formatted(from, occasion)));
    }
}

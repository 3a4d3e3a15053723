package cn.gov.zhuozhou.aid.registry.retention;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** How an erasure stands, and what moves it from one state to the next. What stands in no row cannot happen. */
enum RunState {
    ASKED,
    /** What would go has been counted; nothing is gone. */
    COUNTED,
    CONFIRMED,
    DONE,
    DROPPED;

    enum Occasion {
        COUNTED,
        CONFIRMED,
        DROPPED,
        ERASED
    }

    private record Row(RunState from, Occasion occasion, RunState to) {}

    private static final List<Row> TABLE = List.of(
            new Row(ASKED, Occasion.COUNTED, COUNTED),
            new Row(COUNTED, Occasion.CONFIRMED, CONFIRMED),
            new Row(COUNTED, Occasion.DROPPED, DROPPED),
            new Row(CONFIRMED, Occasion.ERASED, DONE));

    Optional<RunState> next(Occasion occasion) {
        return TABLE.stream()
                .filter(row -> row.from() == this && row.occasion() == occasion)
                .map(Row::to)
                .findFirst();
    }

    /** The state an occasion leads to; refused as a state conflict where it cannot happen. */
    RunState after(Occasion occasion) {
        return next(occasion)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.STATE_CONFLICT,
                        Text.of("当前状态为 %s，不能执行 %s。", "In state %s there is no %s.")
                                .formatted(this, occasion)));
    }
}

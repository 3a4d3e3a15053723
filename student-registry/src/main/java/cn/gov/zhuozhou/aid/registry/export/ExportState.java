package cn.gov.zhuozhou.aid.registry.export;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** How an export stands, and what moves it from one state to the next. What stands in no row cannot happen. */
enum ExportState {
    REQUESTED,
    APPROVED,
    REFUSED,
    READY,
    EXPIRED;

    enum Occasion {
        APPROVED,
        REFUSED,
        WRITTEN,
        /** Taken as often as may be, or its time is over: the content is gone. */
        ENDED
    }

    private record Row(ExportState from, Occasion occasion, ExportState to) {}

    private static final List<Row> TABLE = List.of(
            new Row(REQUESTED, Occasion.APPROVED, APPROVED),
            new Row(REQUESTED, Occasion.REFUSED, REFUSED),
            new Row(REQUESTED, Occasion.ENDED, EXPIRED),
            new Row(APPROVED, Occasion.WRITTEN, READY),
            new Row(APPROVED, Occasion.ENDED, EXPIRED),
            new Row(READY, Occasion.ENDED, EXPIRED));

    Optional<ExportState> next(Occasion occasion) {
        return TABLE.stream()
                .filter(row -> row.from() == this && row.occasion() == occasion)
                .map(Row::to)
                .findFirst();
    }

    /** The state an occasion leads to; refused as a state conflict where it cannot happen. */
    ExportState after(Occasion occasion) {
        return next(occasion)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.STATE_CONFLICT,
                        Text.of("当前状态为 %s，不能执行 %s。", "In state %s there is no %s.")
                                .formatted(this, occasion)));
    }
}

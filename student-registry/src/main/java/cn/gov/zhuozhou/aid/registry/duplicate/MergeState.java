package cn.gov.zhuozhou.aid.registry.duplicate;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import java.util.List;

/** How a merge stands, and what moves it from one state to the next. */
enum MergeState {
    PROPOSED,
    MERGED,
    REFUSED,
    UNDO_PROPOSED,
    UNDONE;

    enum Occasion {
        CONFIRMED,
        REFUSED,
        UNDO_ASKED
    }

    private record Row(MergeState from, Occasion occasion, MergeState to) {}

    private static final List<Row> TABLE = List.of(
            new Row(PROPOSED, Occasion.CONFIRMED, MERGED),
            new Row(PROPOSED, Occasion.REFUSED, REFUSED),
            new Row(MERGED, Occasion.UNDO_ASKED, UNDO_PROPOSED),
            new Row(UNDO_PROPOSED, Occasion.CONFIRMED, UNDONE),
            new Row(UNDO_PROPOSED, Occasion.REFUSED, MERGED));

    /** The state an occasion leads to; refused as a state conflict where it cannot happen. */
    MergeState after(Occasion occasion) {
        return TABLE.stream()
                .filter(row -> row.from() == this && row.occasion() == occasion)
                .map(Row::to)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.STATE_CONFLICT,
                        Text.of("当前状态为 %s，不能执行 %s。", "In state %s there is no %s.")
                                .formatted(this, occasion)));
    }
}

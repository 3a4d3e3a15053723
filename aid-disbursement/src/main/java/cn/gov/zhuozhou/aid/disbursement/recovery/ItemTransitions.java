package cn.gov.zhuozhou.aid.disbursement.recovery;

import static cn.gov.zhuozhou.aid.disbursement.recovery.ItemState.LAPSED;
import static cn.gov.zhuozhou.aid.disbursement.recovery.ItemState.OFFSET;
import static cn.gov.zhuozhou.aid.disbursement.recovery.ItemState.OPEN;
import static cn.gov.zhuozhou.aid.disbursement.recovery.ItemState.REPAID;
import static cn.gov.zhuozhou.aid.disbursement.recovery.ItemState.WRITE_OFF_ASKED;
import static cn.gov.zhuozhou.aid.disbursement.recovery.ItemState.WRITTEN_OFF;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import java.util.List;

/** What may happen to money asked back, and where it leads. What stands in no row cannot happen. */
final class ItemTransitions {
    /** What happens; each is a step of the item. */
    enum Event {
        RAISED,
        REPAID,
        /** Set against a later payment to the same pupil. */
        OFFSET,
        /** It is not owed any more: the bank gave it back, or it was granted again. */
        LAPSED,
        WRITE_OFF_ASKED,
        WRITE_OFF_REFUSED,
        WRITTEN_OFF
    }

    /** @param rest where it leads while a part stays open; null where the whole is always taken */
    private record Row(ItemState from, Event event, ItemState whole, ItemState rest) {}

    private static final List<Row> TABLE = List.of(
            new Row(null, Event.RAISED, null, OPEN),
            new Row(OPEN, Event.REPAID, REPAID, OPEN),
            new Row(OPEN, Event.OFFSET, OFFSET, OPEN),
            new Row(OPEN, Event.LAPSED, LAPSED, OPEN),
            new Row(OPEN, Event.WRITE_OFF_ASKED, null, WRITE_OFF_ASKED),
            new Row(WRITE_OFF_ASKED, Event.WRITE_OFF_REFUSED, null, OPEN),
            new Row(WRITE_OFF_ASKED, Event.WRITTEN_OFF, WRITTEN_OFF, null),
            new Row(WRITE_OFF_ASKED, Event.REPAID, REPAID, WRITE_OFF_ASKED),
            new Row(WRITE_OFF_ASKED, Event.LAPSED, LAPSED, WRITE_OFF_ASKED));

    private ItemTransitions() {}

    /** Where an event leads that leaves so much open; refused as a state conflict where it cannot happen. */
    static ItemState of(ItemState from, Event event, long leftFen) {
        return TABLE.stream()
                .filter(row -> row.from() == from && row.event() == event)
                .map(row -> leftFen == 0 ? row.whole() : row.rest())
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.STATE_CONFLICT,
                        Text.of("当前状态为 %s，不能执行 %s。", "In state %s there is no %s.")
                                .formatted(from, event)));
    }
}

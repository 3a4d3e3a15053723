package cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule;

import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState.DRAFT;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState.FROZEN;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState.REISSUED;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState.RETURNED;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState.SENT;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState.SETTLED;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState.VOID;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState.WRITTEN_BACK;

import java.util.List;

/** The states of a line and what moves it. What stands in no row cannot happen. */
public final class LineTransitions {
    /** What happens to a line. */
    public enum Occasion {
        FROZEN_WITH_BATCH,
        LEFT_OUT,
        HANDED_TO_BANK,
        VOIDED,
        BANK_PAID,
        BANK_RETURNED,
        /** The bank had paid it, and it came back afterwards. */
        CAME_BACK_LATE,
        PAID_AGAIN,
        /** The line that should have paid it again was voided. */
        REISSUE_VOIDED,
        WRITTEN_BACK
    }

    /** One edge. */
    public record Row(LineState from, Occasion occasion, LineState to) {}

    public static final List<Row> TABLE = List.of(
            new Row(DRAFT, Occasion.FROZEN_WITH_BATCH, FROZEN),
            new Row(DRAFT, Occasion.LEFT_OUT, VOID),
            new Row(FROZEN, Occasion.HANDED_TO_BANK, SENT),
            new Row(FROZEN, Occasion.VOIDED, VOID),
            new Row(SENT, Occasion.BANK_PAID, SETTLED),
            new Row(SENT, Occasion.BANK_RETURNED, RETURNED),
            new Row(SETTLED, Occasion.CAME_BACK_LATE, RETURNED),
            new Row(RETURNED, Occasion.PAID_AGAIN, REISSUED),
            new Row(REISSUED, Occasion.REISSUE_VOIDED, RETURNED),
            new Row(RETURNED, Occasion.WRITTEN_BACK, WRITTEN_BACK));

    private LineTransitions() {}
}

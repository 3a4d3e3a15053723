package cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule;

import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.CANCELLED;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.CENTER_SCHOOL_OK;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.CLOSED;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.COUNTY_OK;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.DRAFT;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.FROZEN;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.NOTICED;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.PAID;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.PARTLY_PAID;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.RECONCILED;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.REJECTED;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.SCHOOL_OK;
import static cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.BatchState.SENT_TO_BANK;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The states of a batch and what moves it from one to the next. What stands in no row cannot happen. */
public final class BatchTransitions {
    /** What happens to a batch, and what the person who does it is to it; null where that settles nothing. */
    public enum Act {
        /** The principal signs the list. */
        SUBMITTED(Duty.MAKER),
        /** The school's public notice has passed; asks for the evidence of every line's ruling (A02). */
        NOTICE_CONFIRMED(Duty.CHECKER),
        /** The town's central school has added the list to its own. */
        CENTER_SCHOOL_APPROVED(Duty.CHECKER),
        COUNTY_APPROVED(Duty.CHECKER),
        /** Finance section and leadership, where the amount asks for them. */
        FURTHER_APPROVED(Duty.CHECKER),
        /** Every line is checked once more, and its money reserved; asks for all approvals of the amount. */
        FROZEN(Duty.CHECKER),
        SENT(Duty.PAYER),
        SOME_PAID(null),
        ALL_PAID(null),
        /** Money the bank had paid came back. */
        CAME_BACK(null),
        /** Batch, bank and books agree. */
        RECONCILED(null),
        /** Every fen is paid or written back. */
        CLOSED(null),
        REJECTED(Duty.CHECKER),
        CANCELLED(null),
        /** Taken back between freeze and bank; a new version takes its place. */
        VOIDED(null);

        private final Duty duty;

        Act(Duty duty) {
            this.duty = duty;
        }

        public Duty duty() {
            return duty;
        }
    }

    /** Of which levels the person has to be. */
    public enum Level {
        /** Whoever answers for all of the batch. */
        OWN,
        /** The town's central school, or the bureau for what lies in no single town. */
        TOWN,
        BUREAU
    }

    /** One edge. */
    public record Row(Set<BatchState> from, Act act, BatchState to, Level level) {}

    private static final Set<BatchState> IN_APPROVAL = EnumSet.of(SCHOOL_OK, NOTICED, CENTER_SCHOOL_OK, COUNTY_OK);

    public static final List<Row> TABLE = List.of(
            new Row(EnumSet.of(DRAFT, REJECTED), Act.SUBMITTED, SCHOOL_OK, Level.OWN),
            new Row(EnumSet.of(SCHOOL_OK), Act.NOTICE_CONFIRMED, NOTICED, Level.OWN),
            new Row(EnumSet.of(NOTICED), Act.CENTER_SCHOOL_APPROVED, CENTER_SCHOOL_OK, Level.TOWN),
            new Row(EnumSet.of(CENTER_SCHOOL_OK), Act.COUNTY_APPROVED, COUNTY_OK, Level.BUREAU),
            new Row(EnumSet.of(COUNTY_OK), Act.FURTHER_APPROVED, COUNTY_OK, Level.BUREAU),
            new Row(EnumSet.of(COUNTY_OK), Act.FROZEN, BatchState.FROZEN, Level.BUREAU),
            new Row(EnumSet.of(FROZEN), Act.SENT, SENT_TO_BANK, Level.BUREAU),
            new Row(EnumSet.of(SENT_TO_BANK, PARTLY_PAID), Act.SOME_PAID, PARTLY_PAID, Level.BUREAU),
            new Row(EnumSet.of(SENT_TO_BANK, PARTLY_PAID), Act.ALL_PAID, PAID, Level.BUREAU),
            new Row(EnumSet.of(PAID, RECONCILED, CLOSED), Act.CAME_BACK, PARTLY_PAID, Level.BUREAU),
            new Row(EnumSet.of(PARTLY_PAID, PAID), Act.RECONCILED, BatchState.RECONCILED, Level.BUREAU),
            new Row(EnumSet.of(RECONCILED), Act.CLOSED, BatchState.CLOSED, Level.BUREAU),
            new Row(IN_APPROVAL, Act.REJECTED, BatchState.REJECTED, Level.TOWN),
            new Row(
                    EnumSet.of(DRAFT, REJECTED, SCHOOL_OK, NOTICED, CENTER_SCHOOL_OK, COUNTY_OK),
                    Act.CANCELLED,
                    CANCELLED,
                    Level.OWN),
            new Row(EnumSet.of(FROZEN), Act.VOIDED, CANCELLED, Level.BUREAU));

    private BatchTransitions() {}

    /** The edge an act takes from a state; empty where there is none. */
    public static Optional<Row> of(BatchState from, Act act) {
        return TABLE.stream()
                .filter(row -> row.act() == act && row.from().contains(from))
                .findFirst();
    }
}

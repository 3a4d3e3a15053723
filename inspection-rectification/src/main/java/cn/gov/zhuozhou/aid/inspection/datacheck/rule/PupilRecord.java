package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.inspection.mirror.AssignmentState;
import cn.gov.zhuozhou.aid.inspection.mirror.AwardState;
import cn.gov.zhuozhou.aid.inspection.mirror.EligibilityState;
import cn.gov.zhuozhou.aid.inspection.mirror.EnrolmentState;
import cn.gov.zhuozhou.aid.inspection.mirror.Fee;
import cn.gov.zhuozhou.aid.inspection.mirror.PaymentState;
import cn.gov.zhuozhou.aid.inspection.mirror.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * All that is known of a pupil.
 *
 * @param eligibility of the latest semester; null where none is known
 */
public record PupilRecord(
        UUID studentId,
        String schoolCode,
        String schoolTown,
        Stage stage,
        boolean boarding,
        EnrolmentState enrolment,
        Eligibility eligibility,
        List<Award> awards,
        List<Payment> payments,
        List<FeeReceipt> feeReceipts,
        List<AssignmentState> assignments) {
    public PupilRecord {
        awards = List.copyOf(awards);
        payments = List.copyOf(payments);
        feeReceipts = List.copyOf(feeReceipts);
        assignments = List.copyOf(assignments);
    }

    /**
     * What the registry found.
     *
     * @param identified in force now: what awards may lean on
     * @param validBasis evidence valid today, or the school's own judgement
     * @param fresh told so recently that awards and assignments may not have followed yet
     */
    public record Eligibility(
            Semester semester, EligibilityState state, boolean identified, boolean validBasis, boolean fresh) {}

    /**
     * What was granted for a semester.
     *
     * @param countyCashFen what the county pays to the card; null where it pays nothing of the kind
     * @param setOffFen what of it is kept back because the pupil owes
     * @param givenBackFen what was paid of it and is not with him any more
     * @param decidedOn null where nobody said
     */
    public record Award(
            Semester semester,
            String programme,
            AwardState state,
            Long countyCashFen,
            long setOffFen,
            long givenBackFen,
            LocalDate decidedOn) {
        boolean aidsIn(Semester wanted) {
            return state != AwardState.STOPPED && semester.compareTo(wanted) >= 0;
        }
    }

    /**
     * What the bank did with a line of a payment batch.
     *
     * @param reissueOf the returned line this one was to pay again; null where none
     * @param day the money arrived, or came back
     * @param reissueDue the last day for paying it again; null where it arrived
     */
    public record Payment(
            UUID lineId,
            UUID reissueOf,
            Semester semester,
            String programme,
            long fen,
            PaymentState state,
            LocalDate day,
            LocalDate reissueDue) {}

    /**
     * A fee a school collected.
     *
     * @param leftFen what of it was not given back
     * @param waivedBy programmes that waive it in that semester
     */
    public record FeeReceipt(Semester semester, Fee fee, String number, long leftFen, List<String> waivedBy) {
        public FeeReceipt {
            waivedBy = List.copyOf(waivedBy);
        }
    }

    boolean inSchool() {
        return enrolment == EnrolmentState.IN_SCHOOL;
    }
}

package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord.Award;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord.Eligibility;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord.FeeReceipt;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord.Payment;
import cn.gov.zhuozhou.aid.inspection.mirror.AssignmentState;
import cn.gov.zhuozhou.aid.inspection.mirror.AwardState;
import cn.gov.zhuozhou.aid.inspection.mirror.EligibilityState;
import cn.gov.zhuozhou.aid.inspection.mirror.EnrolmentState;
import cn.gov.zhuozhou.aid.inspection.mirror.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A primary boarder in school in spring 2019; tests say what differs. */
final class Known {
    static final Semester SPRING = Semester.parse("2019-spring");
    static final Semester AUTUMN = Semester.parse("2018-autumn");
    static final Moment MARCH = new Moment(LocalDate.of(2019, 3, 11), SPRING, 30);
    static final Moment MAY = new Moment(LocalDate.of(2019, 5, 6), SPRING, 30);

    private Stage stage = Stage.PRIMARY;
    private boolean boarding = true;
    private EnrolmentState enrolment = EnrolmentState.IN_SCHOOL;
    private Eligibility eligibility;
    private final List<Award> awards = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final List<FeeReceipt> feeReceipts = new ArrayList<>();
    private final List<AssignmentState> assignments = new ArrayList<>();

    Known stage(Stage other, boolean boards) {
        stage = other;
        boarding = boards;
        return this;
    }

    Known enrolment(EnrolmentState other) {
        enrolment = other;
        return this;
    }

    Known eligible(EligibilityState state, boolean identified, boolean validBasis, boolean fresh) {
        return eligible(SPRING, state, identified, validBasis, fresh);
    }

    Known eligible(Semester semester, EligibilityState state, boolean identified, boolean validBasis, boolean fresh) {
        eligibility = new Eligibility(semester, state, identified, validBasis, fresh);
        return this;
    }

    Known award(Semester semester, String programme, AwardState state) {
        return cash(semester, programme, state, null);
    }

    Known cash(Semester semester, String programme, AwardState state, Long fen) {
        return cash(semester, programme, state, fen, null);
    }

    Known cash(Semester semester, String programme, AwardState state, Long fen, LocalDate decidedOn) {
        awards.add(new Award(semester, programme, state, fen, 0, 0, decidedOn));
        return this;
    }

    /** Cash of which a part is kept back because the pupil owes. */
    Known setOff(Semester semester, String programme, AwardState state, long fen, long setOff) {
        awards.add(new Award(semester, programme, state, fen, setOff, 0, null));
        return this;
    }

    /** Cash of which a part was paid and given back. */
    Known givenBack(Semester semester, String programme, AwardState state, long fen, long back) {
        awards.add(new Award(semester, programme, state, fen, 0, back, null));
        return this;
    }

    Known payment(Payment payment) {
        payments.add(payment);
        return this;
    }

    Known collected(FeeReceipt receipt) {
        feeReceipts.add(receipt);
        return this;
    }

    Known assignment(AssignmentState state) {
        assignments.add(state);
        return this;
    }

    PupilRecord pupil() {
        return new PupilRecord(
                UUID.randomUUID(),
                "9900000001",
                "双塔街道",
                stage,
                boarding,
                enrolment,
                eligibility,
                awards,
                payments,
                feeReceipts,
                assignments);
    }
}

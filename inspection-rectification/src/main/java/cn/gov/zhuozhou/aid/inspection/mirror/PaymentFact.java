package cn.gov.zhuozhou.aid.inspection.mirror;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import java.time.LocalDate;
import java.util.UUID;

/** A line of a payment batch as the bank left it. Both events tell of the same line; the higher revision counts. */
record PaymentFact(
        UUID lineId,
        UUID studentId,
        UUID reissueOf,
        Semester semester,
        String programme,
        Long amountFen,
        PaymentState state,
        LocalDate day,
        LocalDate reissueDue)
        implements Fact {
    /** What we read of {@code disbursement.PaymentSettled.v1}. */
    record Settled(
            UUID lineId,
            UUID studentId,
            UUID reissueOf,
            Semester semester,
            String programme,
            Long amountFen,
            LocalDate settledOn) {
        PaymentFact fact() {
            return new PaymentFact(
                    lineId,
                    studentId,
                    reissueOf,
                    semester,
                    programme,
                    amountFen,
                    PaymentState.SETTLED,
                    settledOn,
                    null);
        }
    }

    /** What we read of {@code disbursement.PaymentReturned.v1}. */
    record Returned(
            UUID lineId,
            UUID studentId,
            UUID reissueOf,
            Semester semester,
            String programme,
            Long amountFen,
            LocalDate returnedOn,
            LocalDate reissueDue) {
        PaymentFact fact() {
            return new PaymentFact(
                    lineId,
                    studentId,
                    reissueOf,
                    semester,
                    programme,
                    amountFen,
                    PaymentState.RETURNED,
                    returnedOn,
                    reissueDue);
        }
    }

    @Override
    public UUID id() {
        return lineId;
    }

    @Override
    public Subject subject() {
        return Subject.pupil(studentId);
    }

    @Override
    public Object[] needed() {
        return state == PaymentState.RETURNED
                ? new Object[] {lineId, studentId, semester, programme, amountFen, day, reissueDue}
                : new Object[] {lineId, studentId, semester, programme, amountFen, day};
    }

    @Override
    public String upsert() {
        return """
                insert into payment (line_id, revision, student_id, reissue_of, semester, programme, amount_fen, state, day,
                  reissue_due) values (:id, :revision, :student, :reissueOf, :semester, :programme, :amount, :state, :day, :reissueDue)
                on conflict (line_id) do update set revision = excluded.revision, student_id = excluded.student_id,
                  reissue_of = excluded.reissue_of, semester = excluded.semester, programme = excluded.programme,
                  amount_fen = excluded.amount_fen, state = excluded.state, day = excluded.day,
                  reissue_due = excluded.reissue_due
                where payment.revision < excluded.revision""";
    }

    @Override
    public Values values(long revision) {
        return Values.of("id", lineId)
                .and("revision", revision)
                .and("student", studentId)
                .and("reissueOf", reissueOf)
                .and("semester", semester.code())
                .and("programme", programme)
                .and("amount", amountFen)
                .and("state", state)
                .and("day", day)
                .and("reissueDue", reissueDue);
    }
}

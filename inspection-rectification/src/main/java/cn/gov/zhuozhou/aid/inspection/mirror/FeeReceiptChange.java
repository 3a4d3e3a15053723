package cn.gov.zhuozhou.aid.inspection.mirror;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import java.util.List;
import java.util.UUID;

/**
 * What we read of {@code disbursement.FeeReceiptChanged.v1}.
 *
 * @param leftFen collected and not given back
 * @param waivedBy awards that waive the fee
 */
record FeeReceiptChange(
        UUID receiptId,
        UUID studentId,
        Semester semester,
        Fee fee,
        String number,
        Long leftFen,
        List<WaivedBy> waivedBy)
        implements Fact {
    record WaivedBy(String programme) {}

    @Override
    public UUID id() {
        return receiptId;
    }

    @Override
    public Subject subject() {
        return Subject.pupil(studentId);
    }

    @Override
    public Object[] needed() {
        return new Object[] {receiptId, studentId, semester, fee, number, leftFen, waivedBy};
    }

    @Override
    public String upsert() {
        return """
                insert into fee_receipt (receipt_id, revision, student_id, semester, fee, number, left_fen, waived_by)
                values (:id, :revision, :student, :semester, :fee, :number, :left, :waivedBy)
                on conflict (receipt_id) do update set revision = excluded.revision, student_id = excluded.student_id,
                  semester = excluded.semester, fee = excluded.fee, number = excluded.number, left_fen = excluded.left_fen,
                  waived_by = excluded.waived_by
                where fee_receipt.revision < excluded.revision""";
    }

    @Override
    public Values values(long revision) {
        return Values.of("id", receiptId)
                .and("revision", revision)
                .and("student", studentId)
                .and("semester", semester.code())
                .and("fee", fee)
                .and("number", number)
                .and("left", leftFen)
                .and("waivedBy", waivedBy.stream().map(WaivedBy::programme).toList());
    }
}

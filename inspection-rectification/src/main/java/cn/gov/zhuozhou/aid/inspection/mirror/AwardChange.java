package cn.gov.zhuozhou.aid.inspection.mirror;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import java.time.Instant;
import java.util.UUID;

/**
 * What we read of {@code disbursement.AwardChanged.v1}.
 *
 * @param setOffFen kept back because the pupil owes; null in what was told before it was said
 * @param givenBackFen paid and given back, repaid or set against another award; null likewise
 */
record AwardChange(
        UUID awardId,
        UUID studentId,
        Semester semester,
        String programme,
        String programmeName,
        String form,
        String payer,
        Long amountFen,
        Long setOffFen,
        Long givenBackFen,
        Instant decidedAt,
        AwardState state)
        implements Fact {
    @Override
    public UUID id() {
        return awardId;
    }

    @Override
    public Subject subject() {
        return Subject.pupil(studentId);
    }

    @Override
    public Object[] needed() {
        return new Object[] {awardId, studentId, semester, programme, state};
    }

    /** Its own programmes, and what the centre gives it to pay. */
    private boolean isCountyCash() {
        return "CASH_CARD".equals(form) && ("COUNTY".equals(payer) || "CENTRE".equals(payer));
    }

    @Override
    public String upsert() {
        return """
                insert into award (award_id, revision, student_id, semester, semester_start, programme, programme_name,
                  state, county_cash_fen, set_off_fen, given_back_fen, decided_at) values (:id, :revision, :student, :semester, :semesterStart, :programme,
                  :programmeName, :state, :countyCash, :setOff, :givenBack, :decidedAt)
                on conflict (award_id) do update set revision = excluded.revision, student_id = excluded.student_id,
                  semester = excluded.semester, semester_start = excluded.semester_start,
                  programme = excluded.programme, programme_name = excluded.programme_name, state = excluded.state,
                  county_cash_fen = excluded.county_cash_fen, set_off_fen = excluded.set_off_fen,
                  given_back_fen = excluded.given_back_fen, decided_at = excluded.decided_at
                where award.revision < excluded.revision""";
    }

    @Override
    public Values values(long revision) {
        return Values.of("id", awardId)
                .and("revision", revision)
                .and("student", studentId)
                .and("semester", semester.code())
                .and("semesterStart", semester.firstDay())
                .and("programme", programme)
                .and("programmeName", programmeName)
                .and("state", state)
                .and("countyCash", isCountyCash() ? amountFen : null)
                .and("setOff", setOffFen == null ? 0 : setOffFen)
                .and("givenBack", givenBackFen == null ? 0 : givenBackFen)
                .and("decidedAt", decidedAt);
    }
}

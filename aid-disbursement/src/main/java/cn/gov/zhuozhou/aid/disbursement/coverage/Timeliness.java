package cn.gov.zhuozhou.aid.disbursement.coverage;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How many days from the ruling to the approval to the money in the pupil's hand, and which awards are late (S138, A08). */
@ApplicationScoped
class Timeliness {
    /**
     * Days of one school and programme, medians; null where nothing came so far.
     *
     * @param deadline the semester's day, or the programme's own; null where none is set
     * @param late past the day each was due and not settled in full by it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Speed(
            String schoolCode,
            String programme,
            LocalDate deadline,
            long awards,
            Integer daysToApproval,
            Integer daysToPayment,
            long late) {}

    /** @param deadline of the semester; programmes may have their own. Null where none is set for such a semester */
    record Report(String semester, LocalDate deadline, boolean over, List<Speed> items) {}

    /**
     * An award that is late.
     *
     * @param setOffFen kept back because the pupil owes
     * @param settledAt the last of its money; null where not all of it reached him
     * @param due the day it had to be there
     * @param daysLate past that day, until it was settled or until today
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Late(
            UUID awardId,
            UUID studentId,
            String schoolCode,
            String programme,
            String state,
            long amountFen,
            long settledFen,
            long setOffFen,
            Instant effectiveAt,
            Instant approvedAt,
            Instant settledAt,
            LocalDate due,
            long daysLate) {}

    // Money that is paid to a card only; an award that ended owes nothing.
    private static final String AWARDS = """
            with timed as (
              select a.id, a.student_id, a.school_code, a.programme, a.state, a.amount_fen,
                     coalesce(l.settled_fen, 0) as settled_fen, a.set_off_fen, e.effective_at, d.day, d.due, d.late_from,
                     (select min(h.at) from award_history h where h.award_id = a.id and h.event = 'APPROVED') as approved_at,
                     case when l.settled_fen + a.set_off_fen >= a.amount_fen then l.settled_at end as settled_at
              from award a
              join award_due d on d.award_id = a.id
              left join eligibility e on e.identification_id = a.identification_id
              left join lateral (
                select sum(y.amount_fen) as settled_fen, max(y.settled_at) as settled_at from payment_line y
                where y.award_id = a.id and y.state = 'SETTLED') l on true
              where a.semester = :semester and a.form = 'CASH_CARD' and a.amount_fen is not null and a.state <> 'STOPPED'
                and (:school::text is null or a.school_code = :school)
                and (:ownSchool::text is null or a.school_code = :ownSchool)
                and (:ownTown::text is null or a.school_town = :ownTown)),
            judged as (
              select t.*, greatest(coalesce(t.settled_at, :now::timestamptz)::date - t.due, 0) as days_late,
                     :now::timestamptz >= t.late_from
                       and (t.settled_fen + t.set_off_fen < t.amount_fen or coalesce(t.settled_at >= t.late_from, false)) as late
              from timed t)
            """;

    @Inject
    Database database;

    @Inject
    Deadlines deadlines;

    @Inject
    BusinessClock clock;

    Report report(Semester semester, String school, Jurisdiction own) {
        LocalDate deadline = deadlines.of(semester).orElse(null);
        boolean over = deadline != null && clock.today().isAfter(deadline);
        List<Speed> items = database.list(
                AWARDS + """
                select school_code, programme, max(day), count(*),
                       percentile_disc(0.5) within group (order by approved_at::date - effective_at::date),
                       percentile_disc(0.5) within group (order by settled_at::date - effective_at::date),
                       count(*) filter (where late)
                from judged group by school_code, programme order by school_code, programme
                """,
                values(semester, school, own),
                row -> new Speed(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getLong(4),
                        row.getObject(5, Integer.class),
                        row.getObject(6, Integer.class),
                        row.getLong(7)));
        return new Report(semester.code(), deadline, over, items);
    }

    List<Late> late(Semester semester, String school, Jurisdiction own, UUID after, int limit) {
        return database.list(
                AWARDS + """
                select id, student_id, school_code, programme, state, amount_fen, settled_fen, set_off_fen, effective_at,
                       approved_at, settled_at, due, days_late
                from judged where late and (:after::uuid is null or id > :after) order by id limit :most
                """,
                values(semester, school, own).and("after", after).and("most", limit),
                row -> new Late(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        Rows.instant(row, 9),
                        Rows.instant(row, 10),
                        Rows.instant(row, 11),
                        row.getObject(12, LocalDate.class),
                        row.getLong(13)));
    }

    private Values values(Semester semester, String school, Jurisdiction own) {
        return Values.of(own.parameters())
                .and("semester", semester.code())
                .and("school", school)
                .and("now", clock.now());
    }
}

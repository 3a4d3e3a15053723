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
     * @param late past the deadline and not settled in full by it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Speed(
            String schoolCode,
            String programme,
            long awards,
            Integer daysToApproval,
            Integer daysToPayment,
            long late) {}

    /** @param deadline null where none is set for such a semester */
    record Report(String semester, LocalDate deadline, boolean over, List<Speed> items) {}

    /**
     * An award that is late.
     *
     * @param settledAt the last of its money; null where not all of it reached him
     * @param daysLate past the deadline, until it was settled or until today
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
            Instant effectiveAt,
            Instant approvedAt,
            Instant settledAt,
            long daysLate) {}

    // Money that is paid to a card only; an award that ended owes nothing. What is applied for in August has no day in
    // the semester's
    // terms.
    private static final String AWARDS = """
            with timed as (
              select a.id, a.student_id, a.school_code, a.programme, a.state, a.amount_fen,
                     coalesce(l.settled_fen, 0) as settled_fen, e.effective_at,
                     (select min(h.at) from award_history h where h.award_id = a.id and h.event = 'APPROVED') as approved_at,
                     case when l.settled_fen >= a.amount_fen then l.settled_at end as settled_at
              from award a
              left join eligibility e on e.identification_id = a.identification_id
              left join lateral (
                select sum(y.amount_fen) as settled_fen, max(y.settled_at) as settled_at from payment_line y
                where y.award_id = a.id and y.state = 'SETTLED') l on true
              where a.semester = :semester and a.form = 'CASH_CARD' and a.amount_fen is not null and a.state <> 'STOPPED'
                and a.application_id is null
                and (:school::text is null or a.school_code = :school)
                and (:ownSchool::text is null or a.school_code = :ownSchool)
                and (:ownTown::text is null or a.school_town = :ownTown)),
            judged as (
              select t.*, greatest(coalesce(t.settled_at, :now::timestamptz)::date - :deadline::date, 0) as days_late,
                     t.settled_fen < t.amount_fen or t.settled_at > :limit::timestamptz as late
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
                select school_code, programme, count(*),
                       percentile_disc(0.5) within group (order by approved_at::date - effective_at::date),
                       percentile_disc(0.5) within group (order by settled_at::date - effective_at::date),
                       count(*) filter (where late and :over)
                from judged group by school_code, programme order by school_code, programme
                """,
                values(semester, school, own, deadline).and("over", over),
                row -> new Speed(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getObject(4, Integer.class),
                        row.getObject(5, Integer.class),
                        row.getLong(6)));
        return new Report(semester.code(), deadline, over, items);
    }

    /** None before the deadline is over. */
    List<Late> late(Semester semester, String school, Jurisdiction own, UUID after, int limit) {
        LocalDate deadline = deadlines.of(semester).orElse(null);
        if (deadline == null || !clock.today().isAfter(deadline)) {
            return List.of();
        }
        return database.list(
                AWARDS + """
                select id, student_id, school_code, programme, state, amount_fen, settled_fen, effective_at, approved_at,
                       settled_at, days_late
                from judged where late and (:after::uuid is null or id > :after) order by id limit :most
                """,
                values(semester, school, own, deadline).and("after", after).and("most", limit),
                row -> new Late(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getLong(7),
                        Rows.instant(row, 8),
                        Rows.instant(row, 9),
                        Rows.instant(row, 10),
                        row.getLong(11)));
    }

    private Values values(Semester semester, String school, Jurisdiction own, LocalDate deadline) {
        return Values.of(own.parameters())
                .and("semester", semester.code())
                .and("school", school)
                .and("now", clock.now())
                .and("deadline", deadline)
                .and("limit", deadline == null ? null : clock.endOf(deadline));
    }
}

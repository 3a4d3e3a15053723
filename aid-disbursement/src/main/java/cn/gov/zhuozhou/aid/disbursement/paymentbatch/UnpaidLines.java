package cn.gov.zhuozhou.aid.disbursement.paymentbatch;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessCalendar;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.WorkingDays;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.paymentbatch.rule.LineState;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Frozen money that has not arrived, how old it is, and what of it is late (A08). */
@ApplicationScoped
class UnpaidLines {
    /**
     * A line whose money has not arrived.
     *
     * @param since the day it was sent, or came back; else the day of the freeze
     * @param ageInWorkingDays since then
     * @param overdueSince the day after which it is late: of a returned one its reissue, of one sent the bank's answer, and for
     *     each the day its award is due; null where none is said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unpaid(
            UUID lineId,
            UUID batchId,
            UUID studentId,
            String schoolCode,
            String semester,
            String programme,
            long amountFen,
            LineState state,
            LocalDate since,
            int ageInWorkingDays,
            LocalDate overdueSince,
            boolean overdue,
            String returnReason) {}

    private static final String OPEN = """
            select l.id, l.batch_id, l.student_id, l.school_code, b.semester, b.programme, l.amount_fen, l.state,
                   coalesce(l.returned_on, l.sent_on, b.frozen_at::date), l.reissue_due, l.return_reason, d.due
            from payment_line l join payment_batch b on b.id = l.batch_id join award a on a.id = l.award_id
            join award_due d on d.award_id = a.id
            where l.state in ('FROZEN', 'SENT', 'RETURNED')
              and (:semester::text is null or b.semester = :semester)
              and (:ownSchool::text is null or l.school_code = :ownSchool) and (:ownTown::text is null or a.school_town = :ownTown)
              and (:after::uuid is null or l.id > :after) order by l.id limit :limit
            """;

    @Inject
    Database database;

    @Inject
    PaymentTerms terms;

    @Inject
    BusinessCalendar calendar;

    @Inject
    BusinessClock clock;

    List<Unpaid> list(String semester, Jurisdiction within, UUID after, int limit) {
        PaymentTerms.Term term = terms.term();
        WorkingDays days = calendar.workingDays();
        return database.list(
                OPEN,
                Values.of(within.parameters())
                        .and("semester", semester)
                        .and("after", after)
                        .and("limit", limit),
                row -> unpaid(row, term, days));
    }

    private Unpaid unpaid(ResultSet row, PaymentTerms.Term term, WorkingDays days) throws SQLException {
        LineState state = Rows.constant(row, 8, LineState.class);
        LocalDate since = row.getObject(9, LocalDate.class);
        LocalDate until = earlier(
                row.getObject(12, LocalDate.class),
                switch (state) {
                    case RETURNED -> row.getObject(10, LocalDate.class);
                    case SENT -> days.after(since, term.bankDays());
                    default -> null;
                });
        return new Unpaid(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                state,
                since,
                days.between(since, clock.today()),
                until,
                until != null && clock.today().isAfter(until),
                row.getString(11));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}

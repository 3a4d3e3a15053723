package cn.gov.zhuozhou.aid.inspection.datacheck;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PaymentLimit;
import cn.gov.zhuozhou.aid.inspection.mirror.DueSubjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;

/**
 * The dated limits of payments; rows are added, never changed. Aid-disbursement has the same days as its own terms ({@code payment_term},
 * {@code payment_term_of_programme}): whoever inspects does not take the deadline from the one inspected. Where the bureau changes the one it
 * changes the other.
 */
@ApplicationScoped
class PaymentLimits {
    /**
     * A limit from a day on; days of the year as {@code 04-30}.
     *
     * @param source where the figures come from; the document, where it says them all
     */
    record Limit(
            LocalDate firstDay,
            String springUntil,
            String autumnUntil,
            int awardDays,
            int graceDays,
            String document,
            String source) {}

    record LimitList(List<Limit> items) {}

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    DueSubjects due;

    PaymentLimit present() {
        return database.first(
                        """
                        select spring_until, autumn_until, award_days, grace_days from payment_limit
                        where first_day <= :today order by first_day desc limit 1""",
                        Map.of("today", clock.today()),
                        row -> new PaymentLimit(
                                monthDay(row.getString(1)), monthDay(row.getString(2)), row.getInt(3), row.getInt(4)))
                .orElseThrow(() -> new IllegalStateException("no limit of payments has begun"));
    }

    LimitList all() {
        return new LimitList(database.list(
                """
                select first_day, spring_until, autumn_until, award_days, grace_days, document, source from payment_limit
                order by first_day""",
                Map.of(),
                row -> new Limit(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getString(6),
                        row.getString(7))));
    }

    /** False where there is one from that day already. */
    boolean add(Limit limit, Actor by) {
        int added = database.update(
                """
                insert into payment_limit (first_day, spring_until, autumn_until, award_days, grace_days, document, source, set_by,
                  set_by_name, set_at)
                values (:day, :spring, :autumn, :award, :grace, :document, :source, :by, :name, :now) on conflict do nothing""",
                Values.of("day", limit.firstDay())
                        .and("spring", limit.springUntil())
                        .and("autumn", limit.autumnUntil())
                        .and("award", limit.awardDays())
                        .and("grace", limit.graceDays())
                        .and("document", limit.document())
                        .and("source", limit.source())
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now()));
        due.markUnpaid();
        return added == 1;
    }

    private static MonthDay monthDay(String text) {
        return MonthDay.parse("--" + text);
    }
}

package cn.gov.zhuozhou.aid.disbursement.coverage;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** By which day aid of a semester should have reached its pupils; dated rows, only added to. */
@ApplicationScoped
class Deadlines {
    record Deadline(String season, String effectiveFrom, int month, int day, String document) {}

    record DeadlineList(List<Deadline> items) {}

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    DeadlineList all() {
        return new DeadlineList(database.list(
                """
                select season, effective_from, month, day, document from payment_deadline
                order by season, semester_first_day(effective_from)
                """,
                Map.of(),
                row -> new Deadline(
                        row.getString(1), row.getString(2), row.getInt(3), row.getInt(4), row.getString(5))));
    }

    Optional<LocalDate> of(Semester semester) {
        return database.first(
                """
                select month, day from payment_deadline
                where season = :season and semester_first_day(effective_from) <= :first
                order by semester_first_day(effective_from) desc limit 1
                """,
                Map.of("season", season(semester), "first", semester.firstDay()),
                row -> MonthDay.of(row.getInt(1), row.getInt(2)).atYear(semester.year()));
    }

    Deadline set(Semester from, MonthDay day, String document, Actor by) {
        var deadline = new Deadline(season(from), from.code(), day.getMonthValue(), day.getDayOfMonth(), document);
        int written = database.update(
                """
                insert into payment_deadline (season, effective_from, month, day, document, set_by, set_by_name, set_at)
                values (:season, :from, :month, :day, :document, :by, :name, :now) on conflict do nothing
                """,
                Values.of("season", deadline.season())
                        .and("from", deadline.effectiveFrom())
                        .and("month", deadline.month())
                        .and("day", deadline.day())
                        .and("document", document)
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now()));
        if (written == 0) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        trail.record(by, "payment-deadline.set", "semester", from.code(), document, Map.of("day", day.toString()));
        return deadline;
    }

    private static String season(Semester semester) {
        return semester.half().name().toLowerCase(Locale.ROOT);
    }
}

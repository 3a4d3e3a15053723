package cn.gov.zhuozhou.aid.chassis.clock;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** The working-day calendar as it stands in the database, read again every minute. */
@ApplicationScoped
public class BusinessCalendar {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private record Read(WorkingDays days, Instant at) {}

    private volatile Read last;

    @Inject
    Database database;

    public WorkingDays workingDays() {
        Read known = last;
        if (known == null || known.at().plus(KEPT).isBefore(Instant.now())) {
            known = new Read(read(), Instant.now());
            last = known;
        }
        return known.days();
    }

    /**
     * The last day of a legal period of working days; a working first day is day 1. Refused where the period reaches into a year
     * nobody has announced: a guess could cut people's time to object.
     */
    public LocalDate lastDayOf(LocalDate first, int days) {
        LocalDate lastDay = workingDays().lastOf(first, days);
        workingDays().unannounced(first, lastDay).ifPresent(year -> {
            throw new ProblemException(
                    CalendarProblem.CALENDAR_YEAR_MISSING,
                    Text.of(
                                    "%d 年放假安排尚未录入，请管理员按国务院办公厅通知录入后再办理。",
                                    "The holidays of %d have not been entered; an administrator enters them as the State Council"
                                            + " announces them.")
                            .formatted(year));
        });
        return lastDay;
    }

    /** The last day of a legal time limit, not counting the day it begins on. */
    public LocalDate lastDayAfter(LocalDate from, int days) {
        return lastDayOf(from.plusDays(1), days);
    }

    /** Reads anew at the next question: the calendar was changed. */
    public void forget() {
        last = null;
    }

    private WorkingDays read() {
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        database.forEach(
                "select day, working from calendar_exception",
                Map.of(),
                row -> exceptions.put(row.getObject(1, LocalDate.class), row.getBoolean(2)));
        var years = database.list("select year from calendar_year", Map.of(), row -> row.getInt(1));
        return new WorkingDays(exceptions, new HashSet<>(years));
    }
}

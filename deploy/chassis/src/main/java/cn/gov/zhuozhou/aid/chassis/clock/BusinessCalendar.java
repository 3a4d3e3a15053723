package cn.gov.zhuozhou.aid.chassis.clock;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The working-day calendar as it stands in the database (table {@code calendar_exception}), read again every minute. */
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

    private WorkingDays read() {
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        database.forEach(
                "select day, working from calendar_exception",
                Map.of(),
                row -> exceptions.put(row.getObject(1, LocalDate.class), row.getBoolean(2)));
        return new WorkingDays(exceptions);
    }
}

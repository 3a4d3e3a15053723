package cn.gov.zhuozhou.aid.chassis.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The working-day calendar as it stands in the database (table {@code calendar_exception}), read again every minute. */
@ApplicationScoped
public class BusinessCalendar {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private record Read(WorkingDays days, Instant at) {}

    private volatile Read last;

    @Inject
    DataSource dataSource;

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
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("select day, working from calendar_exception");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                exceptions.put(rows.getObject(1, LocalDate.class), rows.getBoolean(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the working-day calendar cannot be read", e);
        }
        return new WorkingDays(exceptions);
    }
}

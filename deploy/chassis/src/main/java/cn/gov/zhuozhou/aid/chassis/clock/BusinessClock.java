package cn.gov.zhuozhou.aid.chassis.clock;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * The only source of "now" for business facts: deadlines, periods, dates of rulings. On a trial system it may run ahead of
 * or behind the machine's clock; the difference is kept in the database and shared by all replicas within seconds.
 */
@Startup
@ApplicationScoped
public class BusinessClock {
    private static final Duration KEPT = Duration.ofSeconds(2);

    @Inject
    ClockConfig config;

    @Inject
    DataSource dataSource;

    private volatile Duration offset = Duration.ZERO;
    private volatile Instant readAt = Instant.MIN;

    @PostConstruct
    void begin() {
        if (config.adjustable() && config.start().isPresent()) {
            long seconds = Duration.between(machine(), config.start().get().toInstant())
                    .toSeconds();
            update("insert into business_clock (offset_seconds) values (?) on conflict do nothing", seconds);
        }
    }

    public Instant now() {
        return machine().plus(offset());
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), config.zone());
    }

    public Semester semester() {
        return Semester.of(today());
    }

    /** Moves an adjustable clock forward; it never goes back, for dates once written must stay in the past. */
    public void advanceTo(Instant target) {
        if (!config.adjustable()) {
            throw new IllegalStateException("this clock runs with the machine's");
        }
        if (target.isBefore(now())) {
            throw new IllegalArgumentException("the clock only moves forward");
        }
        update(
                "insert into business_clock (offset_seconds) values (?) "
                        + "on conflict (singleton) do update set offset_seconds = excluded.offset_seconds",
                Duration.between(machine(), target).toSeconds());
        readAt = Instant.MIN;
    }

    public boolean adjustable() {
        return config.adjustable();
    }

    private Duration offset() {
        if (config.adjustable() && readAt.isBefore(machine().minus(KEPT))) {
            offset = Duration.ofSeconds(read().orElse(0));
            readAt = machine();
        }
        return offset;
    }

    private OptionalLong read() {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("select offset_seconds from business_clock");
                var rows = statement.executeQuery()) {
            return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the business clock cannot be read", e);
        }
    }

    private void update(String sql, long seconds) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, seconds);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the business clock cannot be set", e);
        }
    }

    private static Instant machine() {
        return Clock.systemUTC().instant();
    }
}

package cn.gov.zhuozhou.aid.chassis.clock;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

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
    Database database;

    private volatile Duration offset = Duration.ZERO;
    private volatile Instant readAt = Instant.MIN;

    @PostConstruct
    void begin() {
        if (config.adjustable() && config.start().isPresent()) {
            long seconds = Duration.between(machine(), config.start().get().toInstant())
                    .toSeconds();
            database.update(
                    "insert into business_clock (offset_seconds) values (:seconds) on conflict do nothing",
                    Map.of("seconds", seconds));
        }
    }

    public Instant now() {
        return machine().plus(offset());
    }

    public LocalDate today() {
        return dayOf(now());
    }

    /** The calendar day of a moment. */
    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, config.zone());
    }

    /** The moment a day is over. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(config.zone()).toInstant();
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
        database.update(
                """
                insert into business_clock (offset_seconds) values (:seconds)
                on conflict (singleton) do update set offset_seconds = excluded.offset_seconds
                """, Map.of("seconds", Duration.between(machine(), target).toSeconds()));
        readAt = Instant.MIN;
    }

    public boolean adjustable() {
        return config.adjustable();
    }

    private Duration offset() {
        if (config.adjustable() && readAt.isBefore(machine().minus(KEPT))) {
            offset = Duration.ofSeconds(read());
            readAt = machine();
        }
        return offset;
    }

    private long read() {
        return database.first("select offset_seconds from business_clock", Map.of(), row -> row.getLong(1))
                .orElse(0L);
    }

    private static Instant machine() {
        return Clock.systemUTC().instant();
    }
}

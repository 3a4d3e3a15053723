package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessCalendar;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** How many working days people have; dated data of the administrator. */
@ApplicationScoped
public class Deadlines {
    /** What has to be done. */
    public enum Work {
        MATCH_CASE,
        REVERSE_CHECK
    }

    record Deadline(Work work, int workingDays, LocalDate validFrom) {}

    @Inject
    Database database;

    @Inject
    BusinessCalendar calendar;

    @Inject
    BusinessClock clock;

    /** The last day for what is opened today. */
    public LocalDate dueFromToday(Work work) {
        return calendar.workingDays().after(clock.today(), workingDays(work));
    }

    /** Working days something has waited. */
    public int age(LocalDate openedOn) {
        return calendar.workingDays().between(openedOn, clock.today());
    }

    int workingDays(Work work) {
        return database.first("""
                        select working_days from desk_deadline where work = :work and valid_from <= :today
                        order by valid_from desc limit 1""", Map.of("work", work, "today", clock.today()), row -> row.getInt(1))
                .orElseThrow();
    }

    List<Deadline> all() {
        return database.list(
                "select work, working_days, valid_from from desk_deadline order by work, valid_from",
                Map.of(),
                row -> new Deadline(Work.valueOf(row.getString(1)), row.getInt(2), row.getObject(3, LocalDate.class)));
    }

    /** False where one begins on that day already. */
    boolean add(Deadline deadline) {
        return database.update(
                        """
                        insert into desk_deadline (work, working_days, valid_from) values (:work, :days, :from)
                        on conflict do nothing""",
                        Map.of("work", deadline.work(), "days", deadline.workingDays(), "from", deadline.validFrom()))
                == 1;
    }
}

package cn.gov.zhuozhou.aid.accountability.attendance;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The dated thresholds; rows are added, never changed. */
@ApplicationScoped
class Thresholds {
    record Dated(LocalDate firstDay, int suspectedDays, int dropoutDays, String document) {}

    record ThresholdList(List<Dated> items) {}

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    Threshold present() {
        return database.first("""
                        select suspected_days, dropout_days from absence_threshold
                        where first_day <= :today order by first_day desc limit 1""", Map.of("today", clock.today()), row -> new Threshold(row.getInt(1), row.getInt(2)))
                .orElseThrow(() -> new IllegalStateException("no threshold of absences has begun"));
    }

    ThresholdList all() {
        return new ThresholdList(database.list(
                """
                select first_day, suspected_days, dropout_days, document from absence_threshold order by first_day""",
                Map.of(),
                row -> new Dated(row.getObject(1, LocalDate.class), row.getInt(2), row.getInt(3), row.getString(4))));
    }

    /** False where there are some from that day already. */
    boolean add(Dated dated, Actor by) {
        return database.update(
                        """
                        insert into absence_threshold (first_day, suspected_days, dropout_days, document, set_by, set_by_name, set_at)
                        values (:day, :suspected, :dropout, :document, :by, :name, :now) on conflict do nothing""",
                        Values.of("day", dated.firstDay())
                                .and("suspected", dated.suspectedDays())
                                .and("dropout", dated.dropoutDays())
                                .and("document", dated.document())
                                .and("by", by.id())
                                .and("name", by.name())
                                .and("now", clock.now()))
                == 1;
    }
}

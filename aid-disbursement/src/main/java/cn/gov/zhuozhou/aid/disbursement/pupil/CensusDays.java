package cn.gov.zhuozhou.aid.disbursement.pupil;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The day each semester's pupils are counted on, as the bureau sets it. */
@ApplicationScoped
class CensusDays {
    record CensusDay(String semester, LocalDate day, String document) {}

    record CensusDayList(List<CensusDay> items) {}

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    CensusDayList all() {
        return new CensusDayList(database.list(
                "select semester, day, document from census order by day",
                Map.of(),
                row -> new CensusDay(row.getString(1), row.getObject(2, LocalDate.class), row.getString(3))));
    }

    CensusDay set(Semester semester, LocalDate day, String document, Actor by) {
        database.update(
                """
                insert into census_day (id, semester, day, document, set_by, set_by_name, set_at)
                values (:id, :semester, :day, :document, :by, :name, :now)
                """,
                Map.of(
                        "id", Ids.next(),
                        "semester", semester.code(),
                        "day", day,
                        "document", document,
                        "by", by.id(),
                        "name", by.name(),
                        "now", clock.now()));
        trail.record(by, "census-day.set", "semester", semester.code(), document, Map.of("day", day.toString()));
        return new CensusDay(semester.code(), day, document);
    }
}

package cn.gov.zhuozhou.aid.registry.freshness;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The dated limits; rows are added, never changed. */
@ApplicationScoped
class AgeLimits {
    record Limit(
            String source, LocalDate firstDay, int days, FeedAge.OnOpening onOpening, String setBy, Instant setAt) {}

    record LimitList(List<Limit> items) {}

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    LimitList all() {
        return new LimitList(database.list(
                """
                select source, first_day, days, on_opening, set_by_name, set_at from feed_age_limit
                order by source, first_day""",
                Map.of(),
                row -> new Limit(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getInt(3),
                        FeedAge.OnOpening.valueOf(row.getString(4)),
                        row.getString(5),
                        Rows.instant(row, 6))));
    }

    Limit set(String source, LocalDate firstDay, int days, FeedAge.OnOpening onOpening, Actor actor) {
        if (firstDay.isBefore(clock.today())) {
            throw new ProblemException(FreshnessProblem.FIRST_DAY_PAST);
        }
        var limit = new Limit(source, firstDay, days, onOpening, actor.name(), clock.now());
        int written = database.update(
                """
                insert into feed_age_limit (source, first_day, days, on_opening, set_by, set_by_name, set_at)
                values (:source, :firstDay, :days, :onOpening, :by, :name, :now) on conflict do nothing""",
                Map.of(
                        "source", source,
                        "firstDay", firstDay,
                        "days", days,
                        "onOpening", onOpening,
                        "by", actor.id(),
                        "name", actor.name(),
                        "now", limit.setAt()));
        if (written == 0) {
            throw new ProblemException(FreshnessProblem.LIMIT_SET_ALREADY);
        }
        trail.record(
                actor,
                "feed.age-limit-set",
                "feed",
                source,
                null,
                Map.of("firstDay", firstDay.toString(), "days", days, "onOpening", onOpening.name()));
        return limit;
    }
}

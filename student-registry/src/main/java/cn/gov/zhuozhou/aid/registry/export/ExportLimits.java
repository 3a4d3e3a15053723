package cn.gov.zhuozhou.aid.registry.export;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Limits as dated rows. */
@ApplicationScoped
class ExportLimits {
    private static final String SELECT =
            "select valid_from, approval_above, keep_hours, downloads, source from export_limit ";

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    ExportLimit inForce() {
        return database.first(
                        SELECT + "where valid_from <= :today order by valid_from desc limit 1",
                        Map.of("today", clock.today()),
                        ExportLimits::read)
                .orElseThrow();
    }

    List<ExportLimit> all() {
        return database.list(SELECT + "order by valid_from desc", Map.of(), ExportLimits::read);
    }

    void add(ExportLimit limit, Actor actor) {
        if (limit.validFrom().isBefore(clock.today())) {
            throw new ProblemException(ExportProblem.LIMIT_NOT_AHEAD);
        }
        int added = database.update(
                """
                insert into export_limit (valid_from, approval_above, keep_hours, downloads, source, entered_by, entered_at)
                values (:from, :above, :hours, :downloads, :source, :by, :now) on conflict do nothing
                """,
                Values.of("from", limit.validFrom())
                        .and("above", limit.approvalAbove())
                        .and("hours", limit.keepHours())
                        .and("downloads", limit.downloads())
                        .and("source", limit.source())
                        .and("by", actor.id())
                        .and("now", clock.now()));
        if (added == 0) {
            throw new ProblemException(ExportProblem.LIMIT_DAY_TAKEN);
        }
        trail.record(
                actor,
                "export-limit.added",
                "export-limit",
                limit.validFrom().toString(),
                limit.source(),
                Map.of("approvalAbove", limit.approvalAbove()));
    }

    private static ExportLimit read(ResultSet row) throws SQLException {
        return new ExportLimit(
                row.getObject(1, LocalDate.class), row.getInt(2), row.getInt(3), row.getInt(4), row.getString(5));
    }
}

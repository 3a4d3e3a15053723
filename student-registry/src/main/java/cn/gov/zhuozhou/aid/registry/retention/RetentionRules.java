package cn.gov.zhuozhou.aid.registry.retention;

import cn.gov.zhuozhou.aid.chassis.Ids;
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
import java.util.UUID;

/** Rules as dated rows; what was in force stays readable. */
@ApplicationScoped
class RetentionRules {
    private static final String COLUMNS =
            " id, kind, valid_from, keep_years, legal_basis, proposal from retention_rule ";

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    List<RetentionRule> all() {
        return database.list("select" + COLUMNS + "order by kind, valid_from desc", Map.of(), RetentionRules::read);
    }

    /** One of each kind. */
    List<RetentionRule> inForce(LocalDate on) {
        return database.list(
                "select distinct on (kind)" + COLUMNS + "where valid_from <= :day order by kind, valid_from desc",
                Map.of("day", on),
                RetentionRules::read);
    }

    RetentionRule find(UUID id) {
        return database.first("select" + COLUMNS + "where id = :id", Map.of("id", id), RetentionRules::read)
                .orElseThrow();
    }

    RetentionRule add(RecordKind kind, LocalDate validFrom, int keepYears, String legalBasis, Actor actor) {
        if (validFrom.isBefore(clock.today())) {
            throw new ProblemException(RetentionProblem.RULE_NOT_AHEAD);
        }
        var rule = new RetentionRule(Ids.next(), kind, validFrom, keepYears, legalBasis, false);
        int added = database.update(
                """
                insert into retention_rule (id, kind, valid_from, keep_years, legal_basis, proposal, entered_by, entered_at)
                values (:id, :kind, :from, :years, :basis, false, :by, :now) on conflict do nothing
                """,
                Values.of("id", rule.id())
                        .and("kind", kind)
                        .and("from", validFrom)
                        .and("years", keepYears)
                        .and("basis", legalBasis)
                        .and("by", actor.id())
                        .and("now", clock.now()));
        if (added == 0) {
            throw new ProblemException(RetentionProblem.RULE_DAY_TAKEN);
        }
        trail.record(
                actor,
                "retention.rule-added",
                "retention-rule",
                kind.name(),
                legalBasis,
                Map.of("validFrom", validFrom.toString(), "keepYears", keepYears));
        return rule;
    }

    private static RetentionRule read(ResultSet row) throws SQLException {
        return new RetentionRule(
                row.getObject(1, UUID.class),
                RecordKind.valueOf(row.getString(2)),
                row.getObject(3, LocalDate.class),
                row.getInt(4),
                row.getString(5),
                row.getBoolean(6));
    }
}

package cn.gov.zhuozhou.aid.disbursement.quota;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What quotas of a programme are counted by; dated rows, only added to. */
@ApplicationScoped
class QuotaRules {
    /**
     * One rule.
     *
     * @param permille of the pupils on the roll of these stages
     * @param directCategories special groups
     */
    record Rule(
            String programme,
            Semester effectiveFrom,
            int permille,
            Set<Stage> stages,
            Set<String> directCategories,
            String document) {
        /** A part of a place is none. */
        int places(int onRoll) {
            return Math.toIntExact((long) onRoll * permille / 1000);
        }
    }

    record RuleList(List<Rule> items) {}

    private static final String COLUMNS =
            "select programme, effective_from, permille, stages, direct_categories, document from quota_rule ";

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    RuleList all() {
        return new RuleList(database.list(
                COLUMNS + "order by programme, semester_first_day(effective_from)", Map.of(), QuotaRules::read));
    }

    Optional<Rule> of(String programme, Semester semester) {
        return database.first(
                COLUMNS + """
                where programme = :programme and semester_first_day(effective_from) <= :day
                order by semester_first_day(effective_from) desc limit 1
                """, Map.of("programme", programme, "day", semester.firstDay()), QuotaRules::read);
    }

    void add(Rule rule, Actor by) {
        int added = database.update(
                """
                insert into quota_rule (programme, effective_from, permille, stages, direct_categories, document, set_by,
                                        set_by_name, set_at)
                select :programme, :from, :permille, :stages, :direct, :document, :by, :name, :now
                where exists (select from programme where code = :programme)
                on conflict do nothing
                """,
                Values.of("programme", rule.programme())
                        .and("from", rule.effectiveFrom().code())
                        .and("permille", rule.permille())
                        .and("stages", rule.stages())
                        .and("direct", rule.directCategories())
                        .and("document", rule.document())
                        .and("by", by.id())
                        .and("name", by.name())
                        .and("now", clock.now()));
        if (added == 0) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        trail.record(
                by,
                "quota-rule.added",
                "quota-rule",
                rule.programme() + "/" + rule.effectiveFrom().code(),
                rule.document(),
                Map.of("permille", rule.permille()));
    }

    private static Rule read(ResultSet row) throws SQLException {
        return new Rule(
                row.getString(1),
                Semester.parse(row.getString(2)),
                row.getInt(3),
                Rows.strings(row, 4).stream().map(Stage::valueOf).collect(Collectors.toSet()),
                Set.copyOf(Rows.strings(row, 5)),
                row.getString(6));
    }
}

package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.CombinationRule;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.EligibilityRule;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Form;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Payer;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Programme;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Rate;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a policy set's rows into the value the rules work on. */
@ApplicationScoped
class PolicyRows {
    private static final String PROGRAMMES = """
            select code, name_zh, name_en, form, payer, waives from programme
            where semester_first_day(effective_from) <= :day
              and (effective_to is null or semester_first_day(effective_to) >= :day)
            """;
    private static final String RULES = """
            select r.programme, r.rank, r.stages, r.boarding, r.min_grade, r.max_grade, r.levels, r.scope, r.categories,
                   r.rate_key, r.reason_code, r.reason_zh, r.reason_en, d.title_zh
            from eligibility_rule r join document d on d.code = r.document
            where semester_first_day(r.effective_from) <= :day
              and (r.effective_to is null or semester_first_day(r.effective_to) >= :day) and r.policy_version = :version
            order by r.programme, r.rank
            """;
    private static final String RATES = """
            select r.programme, r.rate_key, r.amount_fen, r.effective_from, d.title_zh
            from rate r join document d on d.code = r.document
            where semester_first_day(r.effective_from) <= :day
            """;
    private static final String COMBINATIONS = """
            select c.code, c.kind, c.kept, c.dropped, c.verdict, c.enabled, c.text_zh, c.text_en, d.title_zh
            from combination_rule c join document d on d.code = c.document
            where c.policy_version = :version order by c.code
            """;

    @Inject
    Database database;

    PolicySet read(String version, String label, Semester semester) {
        Map<String, ?> which = Map.of("day", semester.firstDay(), "version", version);
        return new PolicySet(
                label,
                semester,
                database.list(PROGRAMMES, which, PolicyRows::programme).stream()
                        .collect(Collectors.toMap(Programme::code, Function.identity())),
                database.list(RULES, which, PolicyRows::rule),
                database.list(RATES, which, PolicyRows::rate),
                database.list(COMBINATIONS, which, PolicyRows::combination));
    }

    private static Programme programme(ResultSet row) throws SQLException {
        return new Programme(
                row.getString(1),
                Text.of(row.getString(2), row.getString(3)),
                Form.valueOf(row.getString(4)),
                Payer.valueOf(row.getString(5)),
                strings(row, 6));
    }

    private static EligibilityRule rule(ResultSet row) throws SQLException {
        return new EligibilityRule(
                row.getString(1),
                row.getInt(2),
                strings(row, 3).stream().map(Stage::valueOf).collect(Collectors.toSet()),
                row.getObject(4, Boolean.class),
                row.getObject(5, Integer.class),
                row.getObject(6, Integer.class),
                strings(row, 7).stream().map(Level::valueOf).collect(Collectors.toSet()),
                EligibilityRule.Scope.valueOf(row.getString(8)),
                strings(row, 9),
                row.getString(10),
                new Reason(row.getString(11), row.getString(12), row.getString(13), row.getString(14)));
    }

    private static Rate rate(ResultSet row) throws SQLException {
        return new Rate(
                row.getString(1),
                row.getString(2),
                row.getObject(3, Long.class),
                Semester.parse(row.getString(4)),
                row.getString(5));
    }

    private static CombinationRule combination(ResultSet row) throws SQLException {
        return new CombinationRule(
                row.getString(1),
                CombinationRule.Kind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                "EXCLUDE".equals(row.getString(5)),
                row.getBoolean(6),
                Text.of(row.getString(7), row.getString(8)),
                row.getString(9));
    }

    private static Set<String> strings(ResultSet row, int column) throws SQLException {
        List<String> strings = Rows.strings(row, column);
        return strings == null ? Set.of() : Set.copyOf(strings);
    }
}

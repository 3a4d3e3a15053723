package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.disbursement.award.FreezeDecision.Facts;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicySets;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.pupil.School;
import cn.gov.zhuozhou.aid.disbursement.pupil.Schools;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Asks of awards, when a batch of them is to be frozen, whether each may still be paid. Must be called in the transaction that
 * freezes: it takes the turn of awards alone, so that nothing asked here changes before the batch is frozen.
 */
@ApplicationScoped
public class FreezeCheck {
    /**
     * The answer for one award.
     *
     * @param payableFen what of it is neither frozen nor paid
     * @param refusals empty where it may be frozen
     */
    public record Verdict(UUID awardId, long payableFen, List<Reason> refusals) {
        public boolean ok() {
            return refusals.isEmpty();
        }
    }

    /** What the awards of one semester are held against. */
    private record Rules(PolicySet policy, Map<String, School> schools) {
        School school(String code) {
            return schools.getOrDefault(code, School.UNKNOWN);
        }
    }

    static final int AT_ONCE = 5_000;

    static final String FACTS = """
            select a.id, a.semester, a.programme, a.state, a.rate_key, a.amount_fen, m.received_fen,
                   a.application_id is null and exists (
                     select from award x join payment_line y on y.award_id = x.id
                     where x.student_id = a.student_id and x.application_id is null and x.semester = a.semester and x.school_code <> a.school_code
                       and y.state in ('FROZEN', 'SENT', 'RETURNED', 'SETTLED'))
                   or exists (
                     select from pupil q join award x on x.student_id = q.student_id
                     join payment_line y on y.award_id = x.id
                     where q.merged_into = a.student_id and x.semester = a.semester and x.programme = a.programme
                       and y.state in ('FROZEN', 'SENT', 'RETURNED', 'SETTLED')),
                   %s, %s,
                   a.application_id is not null as applied_for
            from unnest(:ids) with ordinality as t (id, n)
            join award a on a.id = t.id
            join pupil p on p.student_id = a.student_id
            join lateral (
              select sum(x.received_fen)::bigint as received_fen from award_money x
              where x.student_id = a.student_id and x.semester = a.semester and x.programme = a.programme) m on true
            %s
            order by t.n
            """.formatted(Basis.COLUMNS, SemesterFacts.COLUMNS, SemesterFacts.JOINS);

    @Inject
    Database database;

    @Inject
    PolicySets policies;

    @Inject
    Schools schools;

    @Inject
    AwardTurn turn;

    @Inject
    BusinessClock clock;

    /** One verdict for each award there is, in the order asked. */
    public List<Verdict> of(List<UUID> awardIds) {
        turn.alone();
        List<Verdict> verdicts = new ArrayList<>(awardIds.size());
        Map<Semester, Rules> rules = new HashMap<>();
        for (int from = 0; from < awardIds.size(); from += AT_ONCE) {
            List<UUID> portion = awardIds.subList(from, Math.min(from + AT_ONCE, awardIds.size()));
            verdicts.addAll(database.list(
                    FACTS,
                    Map.of("ids", portion, "today", clock.today()),
                    row -> verdict(facts(row), rules.computeIfAbsent(rateSemester(row), this::rules))));
        }
        return verdicts;
    }

    private Rules rules(Semester semester) {
        PolicySet policy = policies.in(semester)
                .orElseThrow(() -> new IllegalStateException("no policy set is in force in " + semester));
        return new Rules(policy, schools.in(semester));
    }

    private static Verdict verdict(Facts facts, Rules rules) {
        return new Verdict(
                facts.awardId(), facts.payableFen(), FreezeDecision.refusals(facts, rules.policy(), rules::school));
    }

    private static Semester rateSemester(ResultSet row) throws SQLException {
        Semester semester = Semester.parse(row.getString(2));
        return row.getBoolean("applied_for") ? AppliedFor.rateSemester(semester) : semester;
    }

    private static Facts facts(ResultSet row) throws SQLException {
        return new Facts(
                row.getObject(1, UUID.class),
                row.getString(3),
                AwardState.valueOf(row.getString(4)),
                row.getString(5),
                row.getObject(6, Long.class),
                Basis.read(row, 9),
                SemesterFacts.read(row, 18),
                row.getLong(7),
                row.getBoolean(8),
                row.getBoolean("applied_for") ? new AppliedFor(row.getString(3), row.getString(5)) : null);
    }
}

package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.disbursement.award.FreezeDecision.Facts;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicySets;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import cn.gov.zhuozhou.aid.disbursement.pupil.Places;
import cn.gov.zhuozhou.aid.disbursement.recovery.Recoveries;
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

    static final int AT_ONCE = 5_000;

    // The latest place known on the census day; of who became known later, the first.
    static final String FACTS = """
            select a.id, a.semester, a.programme, a.state, a.rate_key, a.amount_fen,
                   a.identification_id, a.ruling_id, a.because, a.school_code, a.school_town, a.stage, a.grade, a.boarding,
                   p.school_code, p.school_town, p.stage, p.grade, p.boarding, p.enrolment_state,
                   l.school_code, l.school_town, l.stage, l.grade, l.boarding, l.enrolment_state,
                   w.finding_id, w.text_zh, w.text_en, w.legal_basis, v.reason, v.legal_basis,
                   m.received_fen,
                   a.application_id is null and exists (
                     select from award x join payment_line y on y.award_id = x.id
                     where x.student_id = a.student_id and x.application_id is null and x.semester = a.semester and x.school_code <> a.school_code
                       and y.state in ('FROZEN', 'SENT', 'RETURNED', 'SETTLED'))
                   or exists (
                     select from pupil q join award x on x.student_id = q.student_id
                     join payment_line y on y.award_id = x.id
                     where q.merged_into = a.student_id and x.semester = a.semester and x.programme = a.programme
                       and y.state in ('FROZEN', 'SENT', 'RETURNED', 'SETTLED')),
                   %s,
                   a.application_id is not null as applied_for
            from unnest(:ids) with ordinality as t (id, n)
            join award a on a.id = t.id
            join pupil p on p.student_id = a.student_id
            join lateral (
              select sum(x.received_fen)::bigint as received_fen from award_money x
              where x.student_id = a.student_id and x.semester = a.semester and x.programme = a.programme) m on true
            left join lateral (
              select * from eligibility x where x.student_id = a.student_id and x.semester = a.semester
              order by identified desc, received_at desc, identification_id desc limit 1) e on true
            left join census c on c.semester = a.semester and c.day <= :today
            left join lateral (
              select * from pupil_place x where x.student_id = a.student_id and c.day is not null
              order by (x.since <= c.day) desc, case when x.since <= c.day then -x.revision else x.revision end
              limit 1) l on true
            left join lateral (
              select * from wrong_award x where x.student_id = a.student_id and x.stands
                and semester_first_day(x.semester) <= semester_first_day(a.semester)
              order by x.finding_id limit 1) w on true
            left join lateral (
              select * from recovery x where x.student_id = a.student_id and a.semester = any (x.semesters)
              order by x.id limit 1) v on true
            order by t.n
            """.formatted(Eligibilities.COLUMNS);

    @Inject
    Database database;

    @Inject
    PolicySets policies;

    @Inject
    AwardTurn turn;

    @Inject
    BusinessClock clock;

    /** One verdict for each award there is, in the order asked. */
    public List<Verdict> of(List<UUID> awardIds) {
        turn.alone();
        List<Verdict> verdicts = new ArrayList<>(awardIds.size());
        Map<Semester, PolicySet> sets = new HashMap<>();
        for (int from = 0; from < awardIds.size(); from += AT_ONCE) {
            List<UUID> portion = awardIds.subList(from, Math.min(from + AT_ONCE, awardIds.size()));
            verdicts.addAll(database.list(
                    FACTS,
                    Map.of("ids", portion, "today", clock.today()),
                    row -> verdict(facts(row), sets.computeIfAbsent(rateSemester(row), this::policy))));
        }
        return verdicts;
    }

    private PolicySet policy(Semester semester) {
        return policies.in(semester)
                .orElseThrow(() -> new IllegalStateException("no policy set is in force in " + semester));
    }

    private static Verdict verdict(Facts facts, PolicySet policy) {
        return new Verdict(facts.awardId(), facts.payableFen(), FreezeDecision.refusals(facts, policy));
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
                basis(row),
                Places.place(row, 15),
                row.getString(21) == null ? null : Places.place(row, 21),
                row.getObject(35) == null ? null : Eligibilities.read(row, 35),
                wrong(row),
                row.getString(31) == null ? null : Recoveries.barring(row.getString(31), row.getString(32)),
                row.getLong(33),
                row.getBoolean(34),
                row.getBoolean("applied_for") ? new AppliedFor(row.getString(3), row.getString(5)) : null);
    }

    private static Basis basis(ResultSet row) throws SQLException {
        return new Basis(
                row.getObject(7, UUID.class),
                row.getObject(8, UUID.class),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                Rows.constant(row, 12, Stage.class),
                row.getObject(13, Integer.class),
                row.getObject(14, Boolean.class),
                row.getObject(27, UUID.class));
    }

    private static WrongAward wrong(ResultSet row) throws SQLException {
        UUID finding = row.getObject(27, UUID.class);
        return finding == null
                ? null
                : new WrongAward(finding, row.getString(28), row.getString(29), row.getString(30));
    }
}

package cn.gov.zhuozhou.aid.disbursement.donation;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The three sides of aid together: state, society, single people (国家、社会、个人三方资助). */
@ApplicationScoped
class Overview {
    /**
     * What one side does for pupils: awards and allocations that are approved, or were paid and stay the pupil's.
     *
     * @param paidFen what of it reached them
     */
    record Side(long pupils, long fen, long paidFen) {}

    /**
     * @param schoolCode null for the sum of all schools seen
     * @param pupils who are helped by any of them, each once
     * @param ofSeveral those whom more than one side helps
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(String schoolCode, long pupils, long ofSeveral, Side state, Side society, Side individual) {}

    /**
     * What a side gave in the semester, confirmed.
     *
     * @param inKindFen what goods are worth; they reach schools and pupils outside the books
     * @param leftFen of the money, what is meant for no pupil yet
     */
    record Given(DonorKind.Side side, long moneyFen, long inKindFen, long leftFen) {}

    /** @param given for the bureau, which alone sees donations */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sums(String semester, Row total, List<Row> schools, List<Given> given) {}

    private static final String SUMS = """
            count(*), count(*) filter (where sides > 1),
            count(state), coalesce(sum(state), 0), coalesce(sum(state_paid), 0),
            count(society), coalesce(sum(society), 0), coalesce(sum(society_paid), 0),
            count(individual), coalesce(sum(individual), 0), coalesce(sum(individual_paid), 0)
            """;

    /** What the state pays counts as long as the pupil has it: an award that is held or ended takes no paid money out of sight. */
    private static final String ROWS = """
            with aid as (
              select a.school_code, a.school_town, 'STATE' as side, a.student_id,
                     case a.state when 'APPROVED' then a.amount_fen when 'STOPPED' then a.kept_fen else m.paid_fen end as fen,
                     m.paid_fen as paid
              from award a
              join lateral (
                select n.received_fen - n.under_way_fen as paid_fen from award_money n where n.award_id = a.id) m on true
              where a.semester = :semester and a.payer <> 'DONOR' and a.amount_fen is not null
                and (a.state = 'APPROVED' or a.kept_fen > 0 or m.paid_fen > 0)
              union all
              select a.school_code, a.school_town, case when d.kind = any (:individuals) then 'INDIVIDUAL' else 'SOCIETY' end,
                     a.student_id, a.amount_fen, case a.state when 'PAID' then a.amount_fen else 0 end
              from donation_allocation a
              join donation n on n.id = a.donation_id
              join donor d on d.id = n.donor_id
              where a.semester = :semester and a.state in ('APPROVED', 'PAID')),
            of_pupil as (
              select school_code, student_id, grouping(school_code) = 1 as of_all,
                     sum(fen) filter (where side = 'STATE') as state, sum(paid) filter (where side = 'STATE') as state_paid,
                     sum(fen) filter (where side = 'SOCIETY') as society, sum(paid) filter (where side = 'SOCIETY') as society_paid,
                     sum(fen) filter (where side = 'INDIVIDUAL') as individual,
                     sum(paid) filter (where side = 'INDIVIDUAL') as individual_paid,
                     count(distinct side) as sides
              from aid
              where (:ownSchool::text is null or school_code = :ownSchool) and (:ownTown::text is null or school_town = :ownTown)
              group by grouping sets ((school_code, student_id), (student_id)))
            select null, %1$s from of_pupil where of_all
            union all
            (select school_code, %1$s from of_pupil where not of_all group by school_code order by school_code)
            """.formatted(SUMS);

    private static final String GIVEN = """
            select coalesce(sum(n.amount_fen) filter (where n.form = 'MONEY'), 0),
                   coalesce(sum(n.amount_fen) filter (where n.form = 'IN_KIND'), 0),
                   coalesce(sum(n.amount_fen - n.allocated_fen) filter (where n.form = 'MONEY'), 0)
            from donation n join donor d on d.id = n.donor_id
            where n.semester = :semester and n.state = 'CONFIRMED' and d.kind = any (:kinds)
            """;

    @Inject
    Database database;

    Sums of(String semester, Jurisdiction own) {
        List<Row> rows = database.list(
                ROWS,
                Values.of(own.parameters())
                        .and("semester", semester)
                        .and("individuals", kinds(DonorKind.Side.INDIVIDUAL)),
                row -> new Row(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        new Side(row.getLong(4), row.getLong(5), row.getLong(6)),
                        new Side(row.getLong(7), row.getLong(8), row.getLong(9)),
                        new Side(row.getLong(10), row.getLong(11), row.getLong(12))));
        // A sum without groups always gives a row, and it comes first.
        return new Sums(
                semester, rows.getFirst(), rows.subList(1, rows.size()), own.isBureau() ? given(semester) : null);
    }

    private List<Given> given(String semester) {
        return Arrays.stream(DonorKind.Side.values())
                .map(side -> database.first(
                                GIVEN,
                                Map.of("semester", semester, "kinds", kinds(side)),
                                row -> new Given(side, row.getLong(1), row.getLong(2), row.getLong(3)))
                        .orElseThrow())
                .toList();
    }

    private static List<String> kinds(DonorKind.Side side) {
        return Arrays.stream(DonorKind.values())
                .filter(kind -> kind.side() == side)
                .map(Enum::name)
                .toList();
    }
}

package cn.gov.zhuozhou.aid.disbursement.donation;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/** The three sides of aid together: state, society, single people (国家、社会、个人三方资助). */
@ApplicationScoped
class Overview {
    /** Pupils and fen of one side: awards approved, or allocations approved or paid. */
    record Side(long pupils, long fen) {}

    /** @param schoolCode null for the sum of all schools seen */
    record Row(String schoolCode, Side state, Side society, Side individual) {}

    record Sums(String semester, Row total, List<Row> schools) {}

    private static final String ROWS = """
            with aid as (
              select school_code, school_town, 'STATE' as side, student_id, amount_fen from award
              where semester = :semester and state = 'APPROVED' and payer <> 'DONOR' and amount_fen is not null
              union all
              select a.school_code, a.school_town, case when d.kind = any (:individuals) then 'INDIVIDUAL' else 'SOCIETY' end,
                     a.student_id, a.amount_fen
              from donation_allocation a
              join donation n on n.id = a.donation_id
              join donor d on d.id = n.donor_id
              where a.semester = :semester and a.state in ('APPROVED', 'PAID'))
            select school_code,
              count(distinct student_id) filter (where side = 'STATE'),
              coalesce(sum(amount_fen) filter (where side = 'STATE'), 0),
              count(distinct student_id) filter (where side = 'SOCIETY'),
              coalesce(sum(amount_fen) filter (where side = 'SOCIETY'), 0),
              count(distinct student_id) filter (where side = 'INDIVIDUAL'),
              coalesce(sum(amount_fen) filter (where side = 'INDIVIDUAL'), 0)
            from aid
            where (:ownSchool::text is null or school_code = :ownSchool) and (:ownTown::text is null or school_town = :ownTown)
            group by grouping sets ((school_code), ()) order by school_code nulls first
            """;

    private static final List<String> INDIVIDUALS = Arrays.stream(DonorKind.values())
            .filter(kind -> kind.side() == DonorKind.Side.INDIVIDUAL)
            .map(Enum::name)
            .toList();

    @Inject
    Database database;

    Sums of(String semester, Jurisdiction own) {
        List<Row> rows = database.list(
                ROWS,
                Values.of(own.parameters()).and("semester", semester).and("individuals", INDIVIDUALS),
                row -> new Row(
                        row.getString(1),
                        new Side(row.getLong(2), row.getLong(3)),
                        new Side(row.getLong(4), row.getLong(5)),
                        new Side(row.getLong(6), row.getLong(7))));
        // The empty grouping set always gives a row, and it comes first.
        return new Sums(semester, rows.getFirst(), rows.subList(1, rows.size()));
    }
}

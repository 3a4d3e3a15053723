package cn.gov.zhuozhou.aid.disbursement.quota;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import cn.gov.zhuozhou.aid.disbursement.quota.QuotaRules.Rule;
import cn.gov.zhuozhou.aid.disbursement.quota.Ranking.Candidate;
import cn.gov.zhuozhou.aid.disbursement.quota.Ranking.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who has a place at a school, and who waits; worked out from what is true now. */
@ApplicationScoped
public class QuotaOrder {
    private static final String CANDIDATES = """
            select a.id, a.approved_by is not null, coalesce(e.categories && :direct::text[], false),
                   coalesce(e.level, 'ORDINARY'), a.amount_fen
            from award a left join eligibility e on e.identification_id = a.identification_id
            where a.semester = :semester and a.programme = :programme and a.school_code = :school
              and (a.state = 'PROPOSED' or (a.approved_by is not null and a.state <> 'STOPPED'))
            """;

    @Inject
    Database database;

    @Inject
    Quotas quotas;

    @Inject
    QuotaRules rules;

    /** In their order; empty where no quota is in force, so that nobody waits. */
    public Optional<List<Placed>> of(Semester semester, String programme, String school) {
        return quotas.inForce(semester.code(), programme, school).map(this::of);
    }

    /** Where one award stands; empty where no quota is in force or it takes no part. */
    public Optional<Placed> of(UUID awardId, Semester semester, String programme, String school) {
        return of(semester, programme, school)
                .flatMap(placed ->
                        placed.stream().filter(p -> p.awardId().equals(awardId)).findFirst());
    }

    List<Placed> of(Quota quota) {
        Set<String> direct = rules.of(quota.programme(), Semester.parse(quota.semester()))
                .map(Rule::directCategories)
                .orElse(Set.of());
        List<Candidate> candidates = database.list(
                CANDIDATES,
                Values.of("semester", quota.semester())
                        .and("programme", quota.programme())
                        .and("school", quota.schoolCode())
                        .and("direct", direct),
                row -> new Candidate(
                        row.getObject(1, UUID.class),
                        row.getBoolean(2),
                        row.getBoolean(3),
                        Level.valueOf(row.getString(4)),
                        row.getObject(5, Long.class)));
        return Ranking.of(candidates, quota.room());
    }
}

package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.disbursement.award.Explanation.Money;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicySets;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.AwardDecision;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Entitlement;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.quota.QuotaOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Gathers why an award is what it is, and makes its decisions again. */
@ApplicationScoped
class Explanations {
    private record Decided(long revision, DecisionInput input) {}

    @Inject
    Database database;

    @Inject
    PolicySets policies;

    @Inject
    QuotaOrder quotaOrder;

    @Inject
    AwardLog log;

    @Inject
    ObjectMapper json;

    Explanation of(Award award) {
        Semester semester = Semester.parse(award.semester());
        List<Decided> decided = decided(award.id());
        DecisionInput input = decided.isEmpty() ? null : decided.getLast().input();
        Optional<PolicySet> policy = policy(award.policyVersion(), award);
        Optional<AwardDecision> decision = policy.filter(p -> input != null).map(p -> input.decision(p));
        return new Explanation(
                AwardFacts.of(award),
                input,
                policy.flatMap(p -> p.rate(award.programme(), award.rateKey())).orElse(null),
                decision.flatMap(d -> d.to(award.programme()))
                        .map(Entitlement::reasons)
                        .orElse(List.of()),
                award.reasons(),
                decision.map(AwardDecision::excluded).orElse(Map.of()),
                quotaOrder
                        .of(
                                award.id(),
                                semester,
                                award.programme(),
                                award.basis().schoolCode())
                        .orElse(null),
                money(award.id()),
                log.of(award.id()));
    }

    Replay replay(Award award) {
        Map<Long, AwardLog.Entry> steps =
                log.of(award.id()).stream().collect(Collectors.toMap(AwardLog.Entry::revision, step -> step));
        return Replay.of(decided(award.id()).stream()
                .map(decided -> new Replay.Step(
                        decided.revision(),
                        decided.input().policyVersion(),
                        policy(decided.input().policyVersion(), award)
                                .map(policy -> Replay.same(
                                        award.programme(), decided.input(), steps.get(decided.revision()), policy))
                                .orElse(null)))
                .toList());
    }

    /** The set it was decided under, be it retired since. */
    private Optional<PolicySet> policy(String version, Award award) {
        Semester semester = Semester.parse(award.semester());
        return policies.named(version, award.isAppliedFor() ? AppliedFor.rateSemester(semester) : semester);
    }

    private List<Decided> decided(UUID award) {
        return database.list(
                "select revision, input from award_history where award_id = :award and input is not null order by revision",
                Map.of("award", award),
                row -> new Decided(row.getLong(1), read(row.getString(2))));
    }

    private DecisionInput read(String column) {
        try {
            return json.readValue(column, DecisionInput.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the inputs of a decision cannot be read", e);
        }
    }

    private Money money(UUID award) {
        return database.first(
                        """
                        select m.drafted_fen, m.under_way_fen, m.settled_fen, m.claimed_fen,
                               case m.state when 'APPROVED' then greatest(m.granted_fen - sum(o.received_fen + o.drafted_fen), 0)
                                            else 0 end
                        from award_money m join award_money o
                          on (o.student_id, o.semester, o.programme) = (m.student_id, m.semester, m.programme)
                        where m.award_id = :award group by 1, 2, 3, 4, m.state, m.granted_fen
                        """,
                        Map.of("award", award),
                        row -> new Money(
                                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(5), row.getLong(4)))
                .orElseThrow();
    }
}

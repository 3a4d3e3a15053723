package cn.gov.zhuozhou.aid.disbursement.coverage;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Json;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicySets;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.EligibilityRule;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** 真贫不落一人，真金不落一分，政策不落一项 (S28): the three questions of a semester, each with what proves its answer. */
@ApplicationScoped
class Completeness {
    /**
     * The answers.
     *
     * @param sha256 over the three answers as JSON
     */
    record Proof(
            String semester,
            String policyVersion,
            Instant madeAt,
            Persons person,
            Money money,
            Policy policy,
            String sha256) {
        /** What is hashed. */
        Answers answers() {
            return new Answers(person, money, policy);
        }
    }

    record Answers(Persons person, Money money, Policy policy) {}

    /**
     * Is anybody left out? Everyone identified is aided or has a reason.
     *
     * @param pupils identified in force and in school
     * @param explained entitlements that are not granted, by their reason's code
     * @param missing pupils entitled to something without award and reason
     */
    record Persons(
            boolean complete,
            long pupils,
            long entitlements,
            long aided,
            Map<String, Long> explained,
            List<UUID> missing) {}

    /** Is a fen left out? All that is approved and ours to pay is committed in the books and reached its pupil; what was too much is asked back. */
    record Money(boolean complete, List<OfProgramme> programmes) {}

    /**
     * @param committedFen what the books committed for the approved awards
     * @param payableFen approved and in no batch
     * @param claimedFen asked back or written off
     */
    record OfProgramme(
            String programme,
            long approvedFen,
            long committedFen,
            long settledFen,
            long underWayFen,
            long draftedFen,
            long payableFen,
            long overpaidFen,
            long claimedFen) {
        boolean complete() {
            return committedFen == approvedFen
                    && underWayFen + draftedFen + payableFen == 0
                    && claimedFen == overpaidFen;
        }
    }

    /** Is a policy left out? Every programme the set grants reaches somebody, or nobody is entitled to it. */
    record Policy(boolean complete, List<Reach> programmes) {}

    record Reach(String programme, long entitled, long aided) {}

    // Accounts of whom some school within the jurisdiction has an award.
    private static final String MONEY = """
            select m.programme,
                   coalesce(sum(m.granted_fen) filter (where m.state = 'APPROVED'), 0),
                   coalesce(sum(c.fen), 0), sum(m.settled_fen), sum(m.under_way_fen), sum(m.drafted_fen),
                   (select coalesce(sum(y.payable_fen), 0) from award_payable y
                    where y.semester = :semester and y.programme = m.programme and y.form <> 'RECORD_ONLY'
                      and (:ownSchool::text is null or y.school_code = :ownSchool)
                      and (:ownTown::text is null or y.school_town = :ownTown)),
                   (select coalesce(sum(b.overpaid_fen), 0) from award_account b
                    where b.semester = :semester and b.programme = m.programme
                      and (:ownSchool::text is null and :ownTown::text is null or exists (
                        select from award x
                        where x.student_id = b.student_id and x.semester = b.semester and x.programme = b.programme
                          and (:ownSchool::text is null or x.school_code = :ownSchool)
                          and (:ownTown::text is null or x.school_town = :ownTown)))),
                   sum(m.claimed_fen)
            from award a join award_money m on m.award_id = a.id
            left join lateral (
              select sum(e.amount_fen) as fen from ledger_entry e
              where e.transaction_id = a.commitment_id and e.direction = 'DEBIT' and a.state = 'APPROVED') c on true
            where a.semester = :semester and a.amount_fen is not null and a.form <> 'RECORD_ONLY'
              and (:ownSchool::text is null or a.school_code = :ownSchool)
              and (:ownTown::text is null or a.school_town = :ownTown)
            group by m.programme order by m.programme
            """;

    @Inject
    Coverage coverage;

    @Inject
    PolicySets policies;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Json json;

    Proof of(Semester semester, Jurisdiction own) {
        var reader = new Reader();
        coverage.forEachPupil(semester, null, own, reader::add);
        var answers = new Answers(
                reader.persons(),
                money(semester, own),
                policy(policies.in(semester).orElse(null), reader.reach));
        return new Proof(
                semester.code(),
                policies.in(semester).map(PolicySet::version).orElse(null),
                clock.now(),
                answers.person(),
                answers.money(),
                answers.policy(),
                sha256(json.write(answers)));
    }

    private Money money(Semester semester, Jurisdiction own) {
        List<OfProgramme> programmes = database.list(
                MONEY,
                Values.of(own.parameters()).and("semester", semester.code()),
                row -> new OfProgramme(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9)));
        return new Money(programmes.stream().allMatch(OfProgramme::complete), programmes);
    }

    private static Policy policy(PolicySet set, Map<String, long[]> reach) {
        if (set == null) {
            return new Policy(false, List.of());
        }
        List<Reach> programmes = set.rules().stream()
                .map(EligibilityRule::programme)
                .distinct()
                .sorted()
                .map(code -> {
                    long[] counted = reach.getOrDefault(code, new long[2]);
                    return new Reach(code, counted[0], counted[1]);
                })
                .toList();
        return new Policy(programmes.stream().allMatch(p -> p.entitled() == 0 || p.aided() > 0), programmes);
    }

    static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds up what the first and the third question need. */
    private static final class Reader {
        /** By programme: entitled, aided. */
        private final Map<String, long[]> reach = new HashMap<>();

        private final Map<String, Long> explained = new TreeMap<>();
        private final List<UUID> missing = new ArrayList<>();
        private long pupils;

        void add(List<CoverageLine> linesOfOnePupil) {
            pupils++;
            for (CoverageLine line : linesOfOnePupil) {
                if (line.programme() != null && line.outcome() != Outcome.UNDECIDED) {
                    long[] counted = reach.computeIfAbsent(line.programme(), code -> new long[2]);
                    counted[0]++;
                    counted[1] += line.outcome().aided() ? 1 : 0;
                }
                if (line.withoutReason()) {
                    missing.add(line.studentId());
                } else if (line.reason() != null) {
                    explained.merge(line.reason().code(), 1L, Long::sum);
                }
            }
        }

        Persons persons() {
            long entitlements = reach.values().stream().mapToLong(n -> n[0]).sum();
            long aided = reach.values().stream().mapToLong(n -> n[1]).sum();
            return new Persons(
                    missing.isEmpty(),
                    pupils,
                    entitlements,
                    aided,
                    explained,
                    missing.stream().distinct().toList());
        }
    }
}

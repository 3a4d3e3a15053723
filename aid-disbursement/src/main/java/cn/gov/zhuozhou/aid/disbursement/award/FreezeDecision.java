package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.AwardDecision;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Entitlement;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.pupil.Place;
import cn.gov.zhuozhou.aid.disbursement.pupil.School;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Whether an approved award may be frozen for payment: everything it was approved on is asked again. */
final class FreezeDecision {
    /**
     * What is true of an award in the moment of freezing.
     *
     * @param receivedFen what is frozen or paid already of this pupil, semester and programme
     * @param appliedFor null where the ruling grants it by itself
     * @param elsewhere another school has paid him in this semester, or another record of the same person was paid the programme
     */
    record Facts(
            UUID awardId,
            String programme,
            AwardState state,
            String rateKey,
            Long amountFen,
            Basis basis,
            SemesterFacts known,
            long receivedFen,
            boolean elsewhere,
            AppliedFor appliedFor) {
        long payableFen() {
            return amountFen == null ? 0 : Math.max(0, amountFen - receivedFen);
        }
    }

    private static final String NOTICE_RULES = "教财〔2018〕16号；冀财教〔2018〕50号";
    private static final Set<String> NEEDS_NOTICE = Set.of("ADDED", "LEVEL_CHANGED");

    private static final Reason NOT_APPROVED =
            new Reason("NOT_APPROVED", "资助未处于已批准状态", "The award is not approved now", null);
    private static final Reason NOTHING_TO_PAY =
            new Reason("A01.NOTHING_TO_PAY", "应发金额已全部冻结或发放", "All of it is frozen or paid already", null);
    private static final Reason PAID_ELSEWHERE = new Reason(
            "A01.PAID_ELSEWHERE",
            "本学期已由其他学校或以同一人的另一条学籍发放",
            "Another school, or another record of the same person, was paid this semester",
            null);
    private static final Reason NO_RULING =
            new Reason("A02.NO_RULING", "没有生效的认定结论作为依据", "There is no ruling behind it", NOTICE_RULES);
    private static final Reason NO_NOTICE = new Reason(
            "A02.NO_NOTICE", "新增或调整档次的认定没有公示记录", "An addition or change without public notice", NOTICE_RULES);
    private static final Reason NOT_ON_CENSUS_DAY = new Reason(
            "A03.NOT_ON_CENSUS_DAY", "学期基准日不在籍在校", "Not registered and present on the semester's census day", null);
    private static final Reason BASIS_NOT_VALID = new Reason(
            "A06.BASIS_NOT_VALID", "认定依据当前无效", "The basis of the identification is not valid today", NOTICE_RULES);
    private static final Reason NOT_ENTITLED = new Reason(
            "A06.NOT_ENTITLED", "按现行政策不符合该项目条件", "Policy does not grant this programme in his situation", null);
    private static final Reason BOARDING_DIFFERS = new Reason(
            "A07.BOARDING_DIFFERS", "住宿情况与核定时不一致，不得按寄宿标准发放", "He does not board as he did when it was decided", null);
    private static final Reason WRONG_AMOUNT =
            new Reason("A07.WRONG_AMOUNT", "金额与现行标准不符", "The amount is not what the rate in effect says", null);

    private FreezeDecision() {}

    /**
     * Every reason against it; none where it may be frozen.
     *
     * @param schools as they are in the semester, by code
     */
    static List<Reason> refusals(Facts facts, PolicySet policy, Function<String, School> schools) {
        List<Reason> against = new ArrayList<>();
        if (facts.state() != AwardState.APPROVED) {
            against.add(NOT_APPROVED);
        }
        if (facts.amountFen() == null || facts.payableFen() == 0) {
            against.add(NOTHING_TO_PAY);
        }
        if (facts.elsewhere()) {
            against.add(PAID_ELSEWHERE);
        }
        Place onCensusDay = facts.known().onCensusDay();
        if (onCensusDay != null && !onCensusDay.inSchool()) {
            against.add(NOT_ON_CENSUS_DAY);
        }
        if (facts.known().ruling() == null) {
            against.add(NO_RULING);
            return against;
        }
        evidence(facts.known().ruling()).ifPresent(against::add);
        against.addAll(decidedAgain(facts, policy, schools));
        return against;
    }

    private static Optional<Reason> evidence(Eligibility ruling) {
        if (ruling.rulingId() == null) {
            return Optional.of(NO_RULING);
        }
        return ruling.noticeId() == null && !ruling.pending() && NEEDS_NOTICE.contains(ruling.result())
                ? Optional.of(NO_NOTICE)
                : Optional.empty();
    }

    private static List<Reason> decidedAgain(Facts facts, PolicySet policy, Function<String, School> schools) {
        DecisionInput ofRuling = facts.known().input(List.of(facts.basis()), schools, policy.version());
        DecisionInput input = facts.appliedFor() == null
                ? ofRuling
                : ofRuling.about(facts.appliedFor(), ofRuling.place(), policy.version());
        Standing standing = input.standing();
        if (standing.kind() != Standing.Kind.GOES_ON) {
            return List.of(standing.reason());
        }
        List<Reason> against = new ArrayList<>();
        if (!input.ruling().validBasis()) {
            against.add(BASIS_NOT_VALID);
        }
        AwardDecision decision = input.decision(policy);
        Optional<Entitlement> entitled = decision.to(facts.programme());
        if (entitled.isEmpty()) {
            against.add(decision.whyNot(facts.programme()).orElseGet(() -> whyNot(facts, input.place())));
        } else if (!entitled.get().rateKey().equals(facts.rateKey())
                || !Objects.equals(entitled.get().amountFen(), facts.amountFen())) {
            against.add(WRONG_AMOUNT);
        }
        return against;
    }

    private static Reason whyNot(Facts facts, Place place) {
        Boolean boarded = facts.basis().boarding();
        return boarded != null && boarded != place.boarding() ? BOARDING_DIFFERS : NOT_ENTITLED;
    }
}

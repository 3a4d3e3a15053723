package cn.gov.zhuozhou.aid.disbursement.coverage;

import cn.gov.zhuozhou.aid.disbursement.coverage.Claimant.Granted;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.AwardDecision;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Entitlement;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One programme one pupil must be aided by, and whether he is.
 *
 * @param registeredPoor 建档立卡, told apart everywhere (S71)
 * @param programme null where nothing is granted to him
 * @param entitledFen null for a waiver at the school's own charge
 * @param reason null where he is aided
 * @param aidedBefore he was aided by this programme in the semester before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CoverageLine(
        UUID studentId,
        String name,
        String schoolCode,
        String schoolName,
        Stage stage,
        int grade,
        String className,
        Level level,
        boolean registeredPoor,
        String programme,
        Long entitledFen,
        Outcome outcome,
        Reason reason,
        UUID awardId,
        Long amountFen,
        boolean aidedBefore) {
    private static final Reason AWAITS_APPROVAL =
            new Reason("AWAITS_APPROVAL", "已提出，待审批", "Proposed; waits for approval", null);
    private static final Reason NO_AWARD =
            new Reason("NO_AWARD", "符合条件，但没有资助", "Entitled, but there is no award", null);
    private static final Reason NO_PROGRAMME = new Reason(
            "NO_PROGRAMME", "已认定，按现行政策没有可享受的项目", "Identified, but policy grants nothing in his situation", null);

    /** Aided last semester, entitled now, no award (A05). */
    boolean discontinued() {
        return outcome == Outcome.MISSING && aidedBefore;
    }

    boolean withoutReason() {
        return NO_AWARD.equals(reason);
    }

    /** A line for each programme, by its code; one without a programme where nothing is granted. */
    static List<CoverageLine> of(Claimant pupil, PolicySet policy) {
        AwardDecision decision = AwardDecision.of(pupil.situation(), policy);
        Stream<CoverageLine> entitled = decision.entitlements().stream().map(one -> of(pupil, one));
        Stream<CoverageLine> undecided = decision.unknown().entrySet().stream()
                .map(one ->
                        line(pupil, one.getKey(), null, Outcome.UNDECIDED, one.getValue(), award(pupil, one.getKey())));
        List<CoverageLine> lines = Stream.concat(entitled, undecided)
                .sorted(Comparator.comparing(CoverageLine::programme))
                .toList();
        return lines.isEmpty()
                ? List.of(line(pupil, null, null, Outcome.NOTHING_GRANTED, NO_PROGRAMME, Optional.empty()))
                : lines;
    }

    private static CoverageLine of(Claimant pupil, Entitlement entitled) {
        String programme = entitled.programme().code();
        Optional<Granted> award = award(pupil, programme);
        Outcome outcome = award.map(CoverageLine::outcome).orElse(Outcome.MISSING);
        return line(pupil, programme, entitled.amountFen(), outcome, reason(pupil, outcome, award), award);
    }

    private static Optional<Granted> award(Claimant pupil, String programme) {
        return pupil.awards().stream()
                .filter(a -> a.programme().equals(programme))
                .findFirst();
    }

    private static Outcome outcome(Granted award) {
        return switch (award.state()) {
            case "APPROVED" ->
                award.amountFen() != null && award.receivedFen() >= award.amountFen() ? Outcome.PAID : Outcome.APPROVED;
            case "PROPOSED" -> award.waiting() == null ? Outcome.PROPOSED : Outcome.WAITING;
            case "SUSPENDED" -> Outcome.HELD;
            default -> Outcome.MISSING;
        };
    }

    private static Reason reason(Claimant pupil, Outcome outcome, Optional<Granted> award) {
        return switch (outcome) {
            case PAID, APPROVED -> null;
            case PROPOSED -> AWAITS_APPROVAL;
            case WAITING -> award.orElseThrow().waiting();
            case HELD -> award.orElseThrow().reasons().getFirst();
            case MISSING ->
                pupil.against() != null
                        ? pupil.against()
                        : award.map(a -> a.reasons().getFirst()).orElse(NO_AWARD);
            case UNDECIDED, NOTHING_GRANTED -> throw new IllegalArgumentException(outcome + " is of no award");
        };
    }

    private static CoverageLine line(
            Claimant pupil,
            String programme,
            Long entitledFen,
            Outcome outcome,
            Reason reason,
            Optional<Granted> award) {
        return new CoverageLine(
                pupil.studentId(),
                pupil.name(),
                pupil.schoolCode(),
                pupil.schoolName(),
                pupil.situation().stage(),
                pupil.situation().grade(),
                pupil.className(),
                pupil.situation().level(),
                pupil.registeredPoor(),
                programme,
                entitledFen,
                outcome,
                reason,
                award.map(Granted::id).orElse(null),
                award.map(Granted::amountFen).orElse(null),
                programme != null && pupil.aidedBefore().contains(programme));
    }
}

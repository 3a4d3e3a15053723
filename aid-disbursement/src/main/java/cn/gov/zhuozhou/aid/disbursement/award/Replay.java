package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.AwardDecision;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Entitlement;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Decisions made again from what they looked at, under the policy set they were made with; nothing may differ. */
record Replay(boolean same, List<Step> steps) {
    /**
     * One decision made again.
     *
     * @param same null where its policy set cannot be read any more
     */
    record Step(long revision, String policyVersion, Boolean same) {}

    static Replay of(List<Step> steps) {
        return new Replay(steps.stream().noneMatch(step -> Boolean.FALSE.equals(step.same())), steps);
    }

    /** Whether the stored inputs lead to the step's state and amount again. */
    static boolean same(String programme, DecisionInput input, AwardLog.Entry step, PolicySet policy) {
        Standing standing = input.standing();
        AwardDecision decision = input.decision(policy);
        Optional<Entitlement> entitled = decision.to(programme);
        return switch (AwardState.valueOf(step.toState())) {
            case SUSPENDED ->
                switch (standing.kind()) {
                    case WAITS -> because(step, standing.reason().code());
                    case GOES_ON ->
                        decision.unknown().containsKey(programme)
                                && because(
                                        step, decision.unknown().get(programme).code());
                    case ENDS -> false;
                };
            case STOPPED ->
                standing.kind() == Standing.Kind.ENDS
                        ? because(step, standing.reason().code())
                        : standing.kind() == Standing.Kind.GOES_ON && entitled.isEmpty();
            case PROPOSED, APPROVED ->
                standing.kind() == Standing.Kind.GOES_ON
                        && entitled.filter(e -> Objects.equals(e.amountFen(), step.amountFen())
                                        && e.reasons().equals(step.reasons()))
                                .isPresent();
        };
    }

    private static boolean because(AwardLog.Entry step, String code) {
        return step.reasons().stream().anyMatch(reason -> reason.code().equals(code));
    }
}

package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.AwardDecision;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Entitlement;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a pupil's new situation does to an award he has.
 *
 * @param earned by award, fen he received and keeps where it ends: he was in school on the census day and left later
 */
record AwardFollower(
        Standing standing,
        AwardDecision decision,
        Basis basis,
        String policyVersion,
        Map<UUID, Long> earned,
        Instant now) {
    private static final Reason NOT_ENTITLED = new Reason(
            "NOT_ENTITLED", "按现行政策不再符合该项目条件", "Policy no longer grants this programme in his situation", null);

    boolean mayBegin() {
        return standing.kind() != Standing.Kind.ENDS;
    }

    /** Whether an approval, and with it the commitment, falls by what follows. */
    boolean endsApproval(Award award) {
        if (award.commitmentId() == null || standing.kind() == Standing.Kind.WAITS) {
            return false;
        }
        if (standing.kind() == Standing.Kind.ENDS) {
            return true;
        }
        Optional<Entitlement> entitled = decision.to(award.programme());
        return entitled.map(e -> !award.fits(e)).orElse(!decision.unknown().containsKey(award.programme()));
    }

    /** Empty where the award already says what is true. */
    Optional<AwardStep> follow(Award award) {
        return switch (standing.kind()) {
            case ENDS -> Optional.of(stop(award, standing.reason()));
            case WAITS -> wait(award, standing.reason());
            case GOES_ON ->
                decision.to(award.programme())
                        .map(entitled -> goOn(award, entitled))
                        .orElseGet(() -> notEntitled(award));
        };
    }

    private AwardStep stop(Award award, Reason why) {
        return award.stop(basis, why, earned.getOrDefault(award.id(), 0L), now);
    }

    /** What is not known is found out, not taken for a no. */
    private Optional<AwardStep> notEntitled(Award award) {
        Reason unknown = decision.unknown().get(award.programme());
        return unknown != null
                ? wait(award, unknown)
                : Optional.of(stop(award, decision.whyNot(award.programme()).orElse(NOT_ENTITLED)));
    }

    private Optional<AwardStep> wait(Award award, Reason why) {
        if (award.state() != AwardState.SUSPENDED) {
            return Optional.of(award.hold(basis, why, now));
        }
        return award.restsOn(basis) && award.isBecauseOf(why)
                ? Optional.empty()
                : Optional.of(award.renew(basis, List.of(why), now));
    }

    private Optional<AwardStep> goOn(Award award, Entitlement entitled) {
        if (award.state() == AwardState.SUSPENDED) {
            return Optional.of(award.release(entitled, policyVersion, basis, DecideAwards.SYSTEM, now));
        }
        if (!award.fits(entitled)) {
            return Optional.of(award.changeAmount(entitled, policyVersion, basis, DecideAwards.SYSTEM, now));
        }
        return award.restsOn(basis) ? Optional.empty() : Optional.of(award.renew(basis, entitled.reasons(), now));
    }
}

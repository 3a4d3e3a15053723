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
        Optional<Entitlement> entitled = decision.to(award.programme());
        return standing.kind() == Standing.Kind.ENDS || entitled.isEmpty() || !award.fits(entitled.get());
    }

    /** Empty where the award already says what is true. */
    Optional<AwardStep> follow(Award award) {
        return switch (standing.kind()) {
            case ENDS -> Optional.of(stop(award, standing.reason()));
            case WAITS -> wait(award);
            case GOES_ON ->
                decision.to(award.programme())
                        .map(entitled -> goOn(award, entitled))
                        .orElseGet(() -> Optional.of(stop(award, whyNot(award))));
        };
    }

    private AwardStep stop(Award award, Reason why) {
        return award.stop(basis, why, earned.getOrDefault(award.id(), 0L), now);
    }

    private Optional<AwardStep> wait(Award award) {
        if (award.state() != AwardState.SUSPENDED) {
            return Optional.of(award.hold(basis, standing.reason(), now));
        }
        return award.restsOn(basis) && award.isBecauseOf(standing.reason())
                ? Optional.empty()
                : Optional.of(award.renew(basis, List.of(standing.reason()), now));
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

    private Reason whyNot(Award award) {
        return decision.excluded().getOrDefault(award.programme(), NOT_ENTITLED);
    }
}

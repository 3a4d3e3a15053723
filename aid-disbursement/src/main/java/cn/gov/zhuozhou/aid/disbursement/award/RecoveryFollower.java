package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.recovery.GivenBack;
import cn.gov.zhuozhou.aid.disbursement.recovery.SetOff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** Lets awards say what of them is kept back or was given back, so that who counts what arrived (A08) counts that too. */
@ApplicationScoped
class RecoveryFollower {
    private static final Reason GIVEN_BACK =
            new Reason("GIVEN_BACK", "应退资金已退回或已抵扣", "Aid that had to be given back was, or is set off", null);

    @Inject
    Awards awards;

    @Inject
    AwardLog log;

    @Inject
    BusinessClock clock;

    void onSetOff(@Observes SetOff kept) {
        var why = new Reason(
                "SET_OFF",
                "部分资金用于抵扣该生应退回的资助资金",
                "A part is kept against aid the pupil has to give back",
                kept.document());
        log.record(List.of(locked(kept.awardId()).setOff(kept.fen(), why, clock.now())), kept.by());
    }

    void onGivenBack(@Observes GivenBack back) {
        log.record(List.of(locked(back.awardId()).giveBack(back.fen(), GIVEN_BACK, clock.now())), back.by());
    }

    private Award locked(UUID award) {
        return awards.findById(award, LockModeType.PESSIMISTIC_WRITE);
    }
}

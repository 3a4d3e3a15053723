package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.recovery.SetOff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;

/** Lets an award say what of it is kept back, so that who counts what arrived (A08) counts that too. */
@ApplicationScoped
class SetOffFollower {
    @Inject
    Awards awards;

    @Inject
    AwardLog log;

    @Inject
    BusinessClock clock;

    void onSetOff(@Observes SetOff kept) {
        Award award = awards.findById(kept.awardId(), LockModeType.PESSIMISTIC_WRITE);
        var why = new Reason(
                "SET_OFF",
                "部分资金用于抵扣该生应退回的资助资金",
                "A part is kept against aid the pupil has to give back",
                kept.document());
        log.record(List.of(award.setOff(kept.fen(), why, clock.now())), kept.by());
    }
}

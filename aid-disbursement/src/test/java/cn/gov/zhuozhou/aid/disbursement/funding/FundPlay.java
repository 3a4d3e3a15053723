package cn.gov.zhuozhou.aid.disbursement.funding;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** What people do about money that arrives or goes back, in tests of what else follows from it; each in the present transaction. */
@ApplicationScoped
public class FundPlay {
    @Inject
    FundActs acts;

    @Inject
    BusinessClock clock;

    public UUID income(String source, String programme, String documentNo, long fen, Actor by) {
        return entered(FundAct.Kind.INCOME, source, programme, documentNo, fen, by);
    }

    public UUID treasuryReturn(String source, String programme, String documentNo, long fen, Actor by) {
        return entered(FundAct.Kind.TREASURY_RETURN, source, programme, documentNo, fen, by);
    }

    private UUID entered(FundAct.Kind kind, String source, String programme, String documentNo, long fen, Actor by) {
        return acts.enter(
                        new FundActs.Entered(
                                kind,
                                source,
                                programme,
                                clock.today().getYear(),
                                null,
                                documentNo,
                                clock.today(),
                                fen,
                                null,
                                null),
                        by)
                .id();
    }

    public UUID decided(UUID act, boolean confirmed, Actor by) {
        return acts.decide(kind(act), act, "*", confirmed, "已核对", by).id();
    }

    public UUID reversed(UUID act, Actor by) {
        return acts.reverse(kind(act), act, "*", "登记有误", by).id();
    }

    private FundAct.Kind kind(UUID act) {
        return acts.find(FundAct.Kind.INCOME, act).isPresent() ? FundAct.Kind.INCOME : FundAct.Kind.TREASURY_RETURN;
    }
}

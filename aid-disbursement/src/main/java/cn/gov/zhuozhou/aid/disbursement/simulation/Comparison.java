package cn.gov.zhuozhou.aid.disbursement.simulation;

import cn.gov.zhuozhou.aid.disbursement.policy.rule.AwardDecision;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Entitlement;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What differs between two decisions about one pupil. */
final class Comparison {
    private static final Reason NOT_ENTITLED =
            new Reason("NOT_ENTITLED", "不再符合该项目条件", "Policy would no longer grant this programme", null);

    private Comparison() {}

    /** How a pupil fares under a programme. */
    enum Kind {
        GAINS,
        LOSES,
        RAISED,
        LOWERED
    }

    /**
     * One programme.
     *
     * @param beforeFen null = nothing, or a waiver at the school's own charge; and so after
     */
    record Change(String programme, Kind kind, Long beforeFen, Long afterFen, Reason reason) {}

    /**
     * The programmes under which he fares otherwise after.
     *
     * @param against why his aid would wait or end as a whole; null where it goes on
     */
    static List<Change> of(AwardDecision before, AwardDecision after, Reason against) {
        List<Change> changes = new ArrayList<>();
        for (Entitlement had : before.entitlements()) {
            String programme = had.programme().code();
            Optional<Entitlement> has = after.to(programme);
            if (has.isEmpty()) {
                Reason why = against != null ? against : after.whyNot(programme).orElse(NOT_ENTITLED);
                changes.add(new Change(programme, Kind.LOSES, had.amountFen(), null, why));
            } else if (!Objects.equals(had.amountFen(), has.get().amountFen())) {
                changes.add(changed(had, has.get()));
            }
        }
        after.entitlements().stream()
                .filter(has -> before.to(has.programme().code()).isEmpty())
                .map(has -> new Change(
                        has.programme().code(),
                        Kind.GAINS,
                        null,
                        has.amountFen(),
                        has.reasons().getFirst()))
                .forEach(changes::add);
        return changes;
    }

    private static Change changed(Entitlement had, Entitlement has) {
        Kind kind = fen(has) > fen(had) ? Kind.RAISED : Kind.LOWERED;
        return new Change(
                has.programme().code(),
                kind,
                had.amountFen(),
                has.amountFen(),
                has.reasons().getLast());
    }

    private static long fen(Entitlement entitled) {
        return entitled.amountFen() == null ? 0 : entitled.amountFen();
    }
}

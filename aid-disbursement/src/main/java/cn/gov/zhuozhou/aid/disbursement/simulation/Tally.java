package cn.gov.zhuozhou.aid.disbursement.simulation;

import cn.gov.zhuozhou.aid.disbursement.award.Prospect;
import cn.gov.zhuozhou.aid.disbursement.award.Prospect.Outlook;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.AwardDecision;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.simulation.SimulationStore.ChangeView;
import cn.gov.zhuozhou.aid.disbursement.simulation.SimulationStore.Subject;
import java.util.List;
import java.util.Optional;

/** Decides pupils twice and adds up what differs. */
final class Tally {
    private final PolicySet inForce;
    private final PolicySet tried;
    private final Costs costs;
    private long lookedAt;
    private long held;

    /** @param inForce null where none is: nothing is granted as things are */
    Tally(PolicySet inForce, PolicySet tried) {
        this.inForce = inForce;
        this.tried = tried;
        this.costs = new Costs(inForce, tried);
    }

    /** What changes for a pupil; a ruling whose pupil is not known yet waits for him here as well. */
    List<ChangeView> add(Subject pupil, Prospect prospect) {
        lookedAt++;
        Optional<Outlook> before = inForce == null ? Optional.empty() : prospect.asItIs(inForce);
        Optional<Outlook> after = pupil.listed() == null
                ? prospect.asItIs(tried)
                : Optional.of(prospect.supposing(pupil.listed(), tried));
        before.ifPresent(is -> costs.addBefore(is.place().schoolCode(), is.decision()));
        return after.map(would -> add(pupil, before.map(Outlook::decision).orElse(AwardDecision.NOTHING), would))
                .orElse(List.of());
    }

    private List<ChangeView> add(Subject pupil, AwardDecision before, Outlook after) {
        held += after.waits() ? 1 : 0;
        costs.addAfter(after.place().schoolCode(), after.decision());
        return Comparison.of(before, after.decision(), after.against()).stream()
                .map(change -> ChangeView.of(pupil.studentId(), after.place().schoolCode(), change))
                .toList();
    }

    Costs costs() {
        return costs;
    }

    long lookedAt() {
        return lookedAt;
    }

    long held() {
        return held;
    }
}

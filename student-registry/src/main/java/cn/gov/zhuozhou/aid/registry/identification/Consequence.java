package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.registry.identification.Proposal.Proposer;
import cn.gov.zhuozhou.aid.registry.identification.StateTransitions.Occasion;
import cn.gov.zhuozhou.aid.registry.identification.rule.Result;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What a verdict means for an identification. The outcome depends on the facts and on what people have decided, not on the
 * order in which facts arrived.
 */
record Consequence(Proposer by, LocalDate today) {

    /** The next version under this ruling; empty where the verdict says nothing new. */
    Optional<Identification> of(Verdict verdict, Identification current, UUID rulingId) {
        if (current.isNew() && verdict.result() == Result.NONE) {
            return Optional.empty();
        }
        Result result = resultOf(verdict, current.inForce());
        Proposal proposal = proposal(result, verdict.standing(), current);
        InForce inForce = proposal.state() == State.EFFECTIVE
                ? effective(current.inForce(), proposal, verdict.stage())
                : current.inForce();
        Ground ground =
                new Ground(verdict.decision().basis(), verdict.decision().validBasis(), rulingId, verdict.stage());
        boolean nothingNew = !current.isNew()
                && proposal.equals(current.proposal())
                && inForce.equals(current.inForce())
                && ground.says(current.ground());
        return nothingNew ? Optional.empty() : Optional.of(current.ruled(proposal, inForce, ground));
    }

    /** To keep what took effect this semester is to return to the result it took effect as. */
    private static Result resultOf(Verdict verdict, InForce inForce) {
        boolean keeps = switch (verdict.result()) {
            case CARRIED, REEVALUATED -> true;
            case NONE -> inForce.settled() == Result.REMOVED;
            case ADDED, REMOVED, LEVEL_CHANGED, DECISION_NEEDED -> false;
        };
        return keeps && inForce.settled() != null ? inForce.settled() : verdict.result();
    }

    private Proposal proposal(Result result, Standing standing, Identification current) {
        boolean settled = current.inForce().settled() == result
                && standing.ranksAs(current.inForce().standing());
        Occasion occasion = switch (result) {
            case CARRIED -> Occasion.KEPT;
            case NONE -> Occasion.GROUND_GONE;
            case DECISION_NEEDED -> Occasion.PROOF_ASKED;
            case ADDED, REMOVED, LEVEL_CHANGED, REEVALUATED -> settled ? Occasion.KEPT : Occasion.CHANGE_PROPOSED;
        };
        Proposal was = current.proposal();
        if (occasion == Occasion.CHANGE_PROPOSED && was.isStill(result, standing)) {
            return was;
        }
        State state = StateTransitions.of(was.state(), occasion);
        boolean same = state == was.state() && result == was.result();
        return new Proposal(result, state, standing, same ? was.noticeId() : null, same ? was.by() : by);
    }

    private InForce effective(InForce before, Proposal proposal, Stage stage) {
        boolean same = proposal.standing().ranksAs(before.standing());
        return new InForce(
                proposal.standing(),
                same ? before.since() : today,
                proposal.result(),
                before.baseline(),
                stage,
                before.baselineStage());
    }
}

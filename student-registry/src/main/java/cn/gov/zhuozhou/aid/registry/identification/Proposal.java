package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.registry.identification.rule.Result;
import java.util.UUID;

/**
 * The present result and where it stands.
 *
 * @param standing what it would put in force, or has put
 * @param noticeId the notice it was posted on; null before
 */
record Proposal(Result result, State state, Standing standing, UUID noticeId, Proposer by) {
    /** Who brought it about; somebody else has to review it. */
    record Proposer(String id, String name) {
        static Proposer of(Actor actor) {
            return new Proposer(actor.id(), actor.name());
        }
    }

    /** A proposal that needs only the second person: it neither adds nor takes away anything (S68, S70). */
    boolean needsNoNotice(InForce inForce) {
        return result == Result.REEVALUATED && standing.ranksAs(inForce.standing());
    }

    /** Whether the rules said the same before, so that review and notice go on, or a refusal stands. */
    boolean isStill(Result other, Standing otherStanding) {
        boolean openOrRefused = switch (state) {
            case PROPOSED, REVIEWED, ON_NOTICE, REJECTED -> true;
            case EFFECTIVE, WITHDRAWN, AWAITING_DECISION -> false;
        };
        return openOrRefused && result == other && standing.equals(otherStanding);
    }

    /** The same proposal after something happened to it. */
    Proposal after(StateTransitions.Occasion occasion) {
        return new Proposal(result, StateTransitions.of(state, occasion), standing, noticeId, by);
    }

    Proposal onNotice(UUID notice) {
        return new Proposal(result, state, standing, notice, by);
    }

    Proposal by(Proposer proposer) {
        return new Proposal(result, state, standing, noticeId, proposer);
    }
}

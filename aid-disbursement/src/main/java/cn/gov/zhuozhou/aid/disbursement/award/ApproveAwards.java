package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.disbursement.DisbursementProblem;
import cn.gov.zhuozhou.aid.disbursement.ledger.Commitment;
import cn.gov.zhuozhou.aid.disbursement.ledger.Ledger;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The second person's part: approves what was proposed by another, and books the commitment with it. */
@ApplicationScoped
class ApproveAwards {
    /** Which awards to approve at once; programme and school null for all within the jurisdiction. */
    record Selection(Semester semester, String programme, String schoolCode) {}

    /** What came of it; {@code ownProposals} stay for another person. {@code committedFen} is what was booked. */
    record Outcome(int approved, int ownProposals, long committedFen) {}

    private static final int AT_ONCE = 500;
    private static final UUID FROM_THE_FIRST = new UUID(0, 0);
    private static final Text ANOTHER =
            Text.of("提出或变更该资助的人不得审批。", "Whoever proposed or reopened the award may not approve it.");

    @Inject
    Awards awards;

    @Inject
    AwardLog log;

    @Inject
    Ledger ledger;

    @Inject
    AwardTurn turn;

    @Inject
    Trail trail;

    @Inject
    BusinessClock clock;

    @Transactional
    Award one(UUID id, String ifMatch, Actor by) {
        Award award = awards.toChange(id, by.jurisdiction()).orElseThrow(ProblemException::notFound);
        Versions.require(ifMatch, award.revision());
        if (award.state() != AwardState.PROPOSED) {
            throw new ProblemException(DisbursementProblem.AWARD_NOT_PROPOSED);
        }
        if (by.is(award.proposedBy())) {
            throw new ProblemException(CommonProblem.SAME_PERSON, ANOTHER);
        }
        log.record(List.of(approve(award, by)), by);
        return award;
    }

    /** Goes through them in portions, each of its own transaction: what is approved stays approved. */
    Outcome all(Selection which, Actor by) {
        Outcome sum = new Outcome(0, 0, 0);
        UUID after = FROM_THE_FIRST;
        while (after != null) {
            UUID from = after;
            Portion done = QuarkusTransaction.requiringNew().call(() -> portion(which, by, from));
            sum = new Outcome(
                    sum.approved() + done.approved(),
                    sum.ownProposals() + done.ownProposals(),
                    sum.committedFen() + done.committedFen());
            after = done.next();
        }
        return sum;
    }

    /** Takes an approval back for a stated reason; the commitment is reversed. */
    @Transactional
    Award reopen(UUID id, String ifMatch, String why, Actor by) {
        Award award = awards.toChange(id, by.jurisdiction()).orElseThrow(ProblemException::notFound);
        Versions.require(ifMatch, award.revision());
        if (award.state() != AwardState.APPROVED) {
            throw new ProblemException(DisbursementProblem.AWARD_NOT_APPROVED);
        }
        log.reverseCommitment(award, by);
        log.record(List.of(award.reopen(by, new Reason("REOPENED", why, why, null), clock.now())), by);
        trail.record(by, "award.reopened", "award", id.toString(), why);
        return award;
    }

    private record Portion(int approved, int ownProposals, long committedFen, UUID next) {}

    private Portion portion(Selection which, Actor by, UUID after) {
        turn.alone();
        List<Award> found = awards.proposed(which, by.jurisdiction(), after, AT_ONCE);
        List<AwardStep> steps = new ArrayList<>();
        long committed = 0;
        for (Award award : found) {
            if (!by.is(award.proposedBy())) {
                steps.add(approve(award, by));
                committed += award.amountFen() == null ? 0 : award.amountFen();
            }
        }
        log.record(steps, by);
        UUID next = found.size() < AT_ONCE ? null : found.getLast().id();
        return new Portion(steps.size(), found.size() - steps.size(), committed, next);
    }

    private AwardStep approve(Award award, Actor by) {
        Optional<UUID> commitment = Optional.ofNullable(award.amountFen())
                .map(fen -> ledger.commit(
                        new Commitment(
                                award.id(),
                                award.semester(),
                                award.programme(),
                                award.payer().name(),
                                fen),
                        by));
        trail.record(by, "award.approved", "award", award.id().toString(), null);
        return award.approve(by, commitment, clock.now());
    }
}

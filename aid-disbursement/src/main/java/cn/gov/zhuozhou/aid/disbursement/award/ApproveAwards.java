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
import cn.gov.zhuozhou.aid.disbursement.FreeText;
import cn.gov.zhuozhou.aid.disbursement.ledger.Commitment;
import cn.gov.zhuozhou.aid.disbursement.ledger.Ledger;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Form;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.quota.QuotaOrder;
import cn.gov.zhuozhou.aid.disbursement.quota.Ranking.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The second person's part: approves what was proposed by another, and books the commitment with it. */
@ApplicationScoped
class ApproveAwards {
    /** Which awards to approve at once; programme and school null for all within the jurisdiction. */
    record Selection(Semester semester, String programme, String schoolCode) {}

    /**
     * What came of a portion.
     *
     * @param ownProposals stay for another person
     * @param quotaReached wait in order of hardship
     * @param next the cursor of the following portion; null after the last
     */
    record Portion(int approved, int ownProposals, int quotaReached, long committedFen, UUID next) {}

    /** Who has a place at each school, as it is at the beginning of a portion. */
    private final class Room {
        private final Map<String, Optional<Set<UUID>>> waiting = new HashMap<>();

        boolean isFor(Award award) {
            return waiting.computeIfAbsent(
                            award.programme() + '/' + award.basis().schoolCode(), key -> waiting(award))
                    .map(ids -> !ids.contains(award.id()))
                    .orElse(true);
        }

        private Optional<Set<UUID>> waiting(Award award) {
            return quotaOrder
                    .of(
                            Semester.parse(award.semester()),
                            award.programme(),
                            award.basis().schoolCode())
                    .map(placed -> placed.stream()
                            .filter(p -> !p.fits())
                            .map(Placed::awardId)
                            .collect(Collectors.toSet()));
        }
    }

    private static final int AT_ONCE = 500;
    private static final Text ANOTHER =
            Text.of("提出或变更该资助的人不得审批。", "Whoever proposed or reopened the award may not approve it.");

    @Inject
    Awards awards;

    @Inject
    AwardLog log;

    @Inject
    Ledger ledger;

    @Inject
    QuotaOrder quotaOrder;

    @Inject
    AwardTurn turn;

    @Inject
    Trail trail;

    @Inject
    BusinessClock clock;

    @Transactional
    Award one(UUID id, String ifMatch, Actor by) {
        turn.alone();
        Award award = awards.toChange(id, by.jurisdiction()).orElseThrow(ProblemException::notFound);
        Versions.require(ifMatch, award.revision());
        if (award.state() != AwardState.PROPOSED) {
            throw new ProblemException(DisbursementProblem.AWARD_NOT_PROPOSED);
        }
        if (by.is(award.proposedBy())) {
            throw new ProblemException(CommonProblem.SAME_PERSON, ANOTHER);
        }
        if (!new Room().isFor(award)) {
            throw new ProblemException(DisbursementProblem.QUOTA_REACHED);
        }
        log.record(List.of(approve(award, by)), by);
        return award;
    }

    /** Takes an approval back for a stated reason; the commitment is reversed. */
    @Transactional
    Award reopen(UUID id, String ifMatch, String why, Actor by) {
        FreeText.checked(why);
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

    /** Approves the next proposed awards after a cursor. Must run in a transaction. */
    Portion portion(Selection which, Actor by, UUID after) {
        turn.alone();
        List<Award> found = awards.proposed(which, by.jurisdiction(), after, AT_ONCE);
        UUID next = found.size() < AT_ONCE ? null : found.getLast().id();
        Room room = new Room();
        List<AwardStep> steps = new ArrayList<>();
        int own = 0;
        int waiting = 0;
        long committed = 0;
        for (Award award : found) {
            if (by.is(award.proposedBy())) {
                own++;
            } else if (!room.isFor(award)) {
                waiting++;
            } else {
                steps.add(approve(award, by));
                committed += award.amountFen() == null ? 0 : award.amountFen();
            }
        }
        log.record(steps, by);
        return new Portion(steps.size(), own, waiting, committed, next);
    }

    /** Books the commitment; whoever calls it writes the step down. What others pay and we only record is no obligation of our books. */
    AwardStep approve(Award award, Actor by) {
        Optional<UUID> commitment = Optional.ofNullable(award.form() == Form.RECORD_ONLY ? null : award.amountFen())
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

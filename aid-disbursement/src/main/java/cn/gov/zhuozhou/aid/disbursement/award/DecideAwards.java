package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicySets;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.AwardDecision;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Entitlement;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.pupil.Pupil;
import cn.gov.zhuozhou.aid.disbursement.pupil.Pupils;
import cn.gov.zhuozhou.aid.disbursement.recovery.Recoveries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Brings a pupil's awards of a semester to what ruling, enrolment, inspection and policy say now; changes nothing where they agree. */
@ApplicationScoped
class DecideAwards {
    static final Actor SYSTEM = Actor.system("award");

    @Inject
    Pupils pupils;

    @Inject
    Eligibilities eligibilities;

    @Inject
    WrongAwards wrongAwards;

    @Inject
    PolicySets policies;

    @Inject
    Awards awards;

    @Inject
    Recoveries recoveries;

    @Inject
    AwardLog log;

    @Inject
    BusinessClock clock;

    /** Must run in a transaction that has the turn, of this pupil or alone. A ruling whose pupil is not known stays as it is. */
    void decide(UUID studentId, Semester semester) {
        Optional<Pupil> pupil = pupils.find(studentId);
        if (pupil.isEmpty()) {
            return;
        }
        Optional<Eligibility> ruling = eligibilities.takeForDecision(studentId, semester);
        Optional<PolicySet> policy = policies.in(semester);
        if (ruling.isPresent() && policy.isPresent()) {
            log.record(steps(pupil.get(), ruling.get(), policy.get()), SYSTEM);
        }
    }

    private List<AwardStep> steps(Pupil pupil, Eligibility ruling, PolicySet policy) {
        Optional<WrongAward> wrong = wrongAwards.against(pupil.id(), policy.semester());
        Standing standing = recoveries
                .bars(pupil.id(), policy.semester())
                .map(Standing::recovered)
                .orElseGet(() -> Standing.of(ruling, pupil, wrong));
        AwardDecision decision = AwardDecision.of(ruling.of(pupil), policy);
        List<Award> live = awards.liveOf(pupil.id(), policy.semester());
        var change =
                new AwardFollower(standing, decision, Basis.of(ruling, pupil, wrong), policy.version(), clock.now());
        List<AwardStep> steps = new ArrayList<>();
        for (Award award : live) {
            if (change.endsApproval(award)) {
                log.reverseCommitment(award, SYSTEM);
            }
            change.follow(award).ifPresent(steps::add);
        }
        for (Entitlement entitled : decision.entitlements()) {
            if (live.stream()
                    .noneMatch(a -> a.programme().equals(entitled.programme().code()))) {
                begin(pupil, policy, entitled, standing.reason(), change).ifPresent(steps::add);
            }
        }
        return steps;
    }

    private Optional<AwardStep> begin(
            Pupil pupil, PolicySet policy, Entitlement entitled, Reason hold, AwardFollower change) {
        if (!change.mayBegin()) {
            return Optional.empty();
        }
        Award award =
                new Award(pupil.id(), policy.semester(), entitled.programme().code(), change.basis());
        AwardStep step = award.begin(entitled, policy.version(), Optional.ofNullable(hold), SYSTEM, change.now());
        awards.persist(award);
        return Optional.of(step);
    }
}

package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicySets;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.AwardDecision;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Entitlement;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.pupil.Place;
import cn.gov.zhuozhou.aid.disbursement.pupil.Places;
import cn.gov.zhuozhou.aid.disbursement.pupil.Pupil;
import cn.gov.zhuozhou.aid.disbursement.pupil.Pupils;
import cn.gov.zhuozhou.aid.disbursement.pupil.Schools;
import cn.gov.zhuozhou.aid.disbursement.recovery.Overpayments;
import cn.gov.zhuozhou.aid.disbursement.recovery.Recoveries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Brings a pupil's awards of a semester to what ruling, enrolment, inspection and policy say now; changes nothing where they agree. */
@ApplicationScoped
class DecideAwards {
    static final Actor SYSTEM = Actor.system("award");

    @Inject
    Pupils pupils;

    @Inject
    Places places;

    @Inject
    Schools schools;

    @Inject
    Eligibilities eligibilities;

    @Inject
    WrongAwards wrongAwards;

    @Inject
    PolicySets policies;

    @Inject
    Awards awards;

    @Inject
    SettledAwards settledAwards;

    @Inject
    Recoveries recoveries;

    @Inject
    Overpayments overpayments;

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
            decide(pupil.get(), ruling.get(), policy.get());
        }
    }

    private void decide(Pupil pupil, Eligibility ruling, PolicySet policy) {
        Map<UUID, Long> received = overpayments.received(pupil.id(), policy.semester());
        Map<Boolean, List<Award>> all = awards.liveOf(pupil.id(), policy.semester()).stream()
                .collect(Collectors.partitioningBy(Award::isAppliedFor));
        List<Award> live = all.get(false);
        List<Basis> settled = live.isEmpty() && received.isEmpty()
                ? List.of()
                : settledAwards.of(List.of(pupil.id()), policy.semester()).getOrDefault(pupil.id(), List.of());
        Optional<Place> onCensusDay = places.onCensusDay(pupil.id(), policy.semester());
        var facts = new SemesterFacts(
                pupil.place(),
                onCensusDay.orElse(null),
                ruling,
                wrongAwards.against(pupil.id(), policy.semester()).orElse(null),
                recoveries.bars(pupil.id(), policy.semester()).orElse(null));
        DecisionInput input = facts.input(settled, code -> schools.in(policy.semester(), code), policy.version());
        boolean earned = pupil.mergedInto() == null
                && pupil.place().left()
                && onCensusDay.filter(Place::inSchool).isPresent();
        List<UUID> appliedFor = all.get(true).stream().map(Award::id).toList();
        log.record(steps(pupil, live, input, policy, earned ? received : Map.of()), input, SYSTEM);
        appliedFor.forEach(id -> followApplied(awards.findById(id), pupil, input));
        if (!received.isEmpty()) {
            overpayments.follow(pupil.id(), policy.semester(), SYSTEM);
        }
    }

    /** What was applied for begins with its application only; from then on it follows the ruling as the others do. */
    private void followApplied(Award award, Pupil pupil, DecisionInput seen) {
        policies.in(AppliedFor.rateSemester(Semester.parse(award.semester()))).ifPresent(policy -> {
            Place whereHeApplied = award.basis().place(pupil.place().enrolmentState());
            DecisionInput input = seen.about(award.appliedFor(), whereHeApplied, policy.version());
            var change = new AwardFollower(
                    input.standing(), input.decision(policy), input.basis(), policy.version(), Map.of(), clock.now());
            log.record(followed(award, change), input, SYSTEM);
        });
    }

    private List<AwardStep> steps(
            Pupil pupil, List<Award> live, DecisionInput input, PolicySet policy, Map<UUID, Long> earned) {
        Standing standing = input.standing();
        AwardDecision decision = input.decision(policy);
        var change = new AwardFollower(standing, decision, input.basis(), policy.version(), earned, clock.now());
        List<AwardStep> steps = new ArrayList<>();
        live.forEach(award -> steps.addAll(followed(award, change)));
        for (Entitlement entitled : decision.entitlements()) {
            if (live.stream()
                    .noneMatch(a -> a.programme().equals(entitled.programme().code()))) {
                begin(pupil, policy, entitled, standing.reason(), change).ifPresent(steps::add);
            }
        }
        return steps;
    }

    private List<AwardStep> followed(Award award, AwardFollower change) {
        if (change.endsApproval(award)) {
            log.reverseCommitment(award, SYSTEM);
        }
        return change.follow(award).stream().toList();
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

package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.disbursement.DisbursementProblem;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicySets;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Entitlement;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.pupil.Place;
import cn.gov.zhuozhou.aid.disbursement.pupil.Pupil;
import cn.gov.zhuozhou.aid.disbursement.pupil.Pupils;
import cn.gov.zhuozhou.aid.disbursement.pupil.School;
import cn.gov.zhuozhou.aid.disbursement.recovery.Overpayments;
import cn.gov.zhuozhou.aid.disbursement.recovery.Recoveries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Awards that are applied for by who leaves school: where the application is approved, the award is granted with it, and from then on
 * it is committed, paid, returned and proved as every award is. It rests on the ruling of the semester he leaves in.
 */
@ApplicationScoped
public class AppliedAwards {
    /**
     * What is granted on which application.
     *
     * @param personIndex the same for all records of the person: the programme is granted him once
     * @param semester in which he leaves school
     * @param schoolCode where he applied
     */
    public record Application(
            UUID id,
            UUID personIndex,
            UUID studentId,
            Semester semester,
            String programme,
            String rateKey,
            String schoolCode,
            String schoolTown) {}

    /** The terms it was granted on. */
    public record Granted(UUID awardId, long amountFen, String policyVersion) {}

    private static final Reason NO_RULING =
            new Reason("NO_RULING", "离校学期没有认定结果", "He has no ruling of the semester he leaves school in", null);
    private static final Reason NO_RATE =
            new Reason("NO_RATE", "现行政策没有该项标准", "The policy in force has no such rate", null);
    private static final Text MONEY_MOVED = Text.of(
            "资金已进入发放，退回并核销后才能撤销。", "Its money is under way or paid; it has to come back and be written back first.");

    @Inject
    Pupils pupils;

    @Inject
    Eligibilities eligibilities;

    @Inject
    WrongAwards wrongAwards;

    @Inject
    PolicySets policies;

    @Inject
    Recoveries recoveries;

    @Inject
    Overpayments overpayments;

    @Inject
    Awards awards;

    @Inject
    ApproveAwards approvals;

    @Inject
    AwardLog log;

    @Inject
    AwardTurn turn;

    @Inject
    BusinessClock clock;

    /** Proposed by one person and approved by another in the present transaction; ends the request where it cannot be granted. */
    public Granted grant(Application on, Actor proposer, Actor approver) {
        turn.ofEventsOn(on.studentId());
        Pupil pupil = pupils.find(on.studentId()).orElseThrow(ProblemException::notFound);
        Eligibility ruling =
                eligibilities.governing(on.studentId(), on.semester()).orElseThrow(() -> refused(NO_RULING));
        PolicySet policy = policies.in(AppliedFor.rateSemester(on.semester())).orElseThrow(() -> refused(NO_RATE));
        var input = new DecisionInput(
                ruling,
                whereHeApplied(on, pupil.place()),
                School.UNKNOWN,
                wrongAwards.against(on.studentId(), on.semester()).orElse(null),
                recoveries.bars(on.studentId(), on.semester()).orElse(null),
                policy.version(),
                new AppliedFor(on.programme(), on.rateKey()));
        if (input.standing().kind() != Standing.Kind.GOES_ON) {
            throw refused(input.standing().reason());
        }
        Entitlement entitled = input.decision(policy).to(on.programme()).orElseThrow(() -> refused(NO_RATE));
        var award = new Award(on, input.basis());
        AwardStep begun = award.begin(entitled, policy.version(), Optional.empty(), proposer, clock.now());
        awards.persist(award);
        log.record(List.of(begun), input, proposer);
        log.record(List.of(approvals.approve(awards.findById(award.id()), approver)), approver);
        return new Granted(award.id(), entitled.amountFen(), policy.version());
    }

    private static Place whereHeApplied(Application on, Place now) {
        return new Place(
                on.schoolCode(), on.schoolTown(), now.stage(), now.grade(), now.boarding(), now.enrolmentState());
    }

    /** Takes back what was granted on an application; refused once its money left for the bank. */
    public void withdraw(UUID applicationId, UUID studentId, String why, Actor by) {
        turn.ofEventsOn(studentId);
        awards.liveOn(applicationId).ifPresent(award -> {
            if (overpayments
                    .received(studentId, Semester.parse(award.semester()))
                    .containsKey(award.id())) {
                throw new ProblemException(CommonProblem.STATE_CONFLICT, MONEY_MOVED);
            }
            log.reverseCommitment(award, by);
            log.record(List.of(award.stop(award.basis(), new Reason("WITHDRAWN", why, why, null), 0, clock.now())), by);
        });
    }

    private static ProblemException refused(Reason why) {
        return new ProblemException(
                DisbursementProblem.NOT_GRANTED,
                Text.of("", ""),
                List.of(new ProblemException.FieldError("application", why.code(), Text.of(why.zh(), why.en()))));
    }
}

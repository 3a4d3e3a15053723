package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.application.Applicants.Applicant;
import cn.gov.zhuozhou.aid.registry.application.Application.Channel;
import cn.gov.zhuozhou.aid.registry.application.Application.Outcome;
import cn.gov.zhuozhou.aid.registry.identification.ProcedureEffects;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.Level;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes applications in and leads them to the principal's decision. */
@ApplicationScoped
public class Applications {
    @Inject
    ApplicationStore store;

    @Inject
    Applicants applicants;

    @Inject
    Templates templates;

    @Inject
    AdvanceNotices advanceNotices;

    @Inject
    Quotas quotas;

    @Inject
    ProcedureEffects effects;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    Application submit(UUID studentId, Channel channel, Answers answers, Actor actor) {
        Applicant pupil = applicants.require(studentId, actor.jurisdiction());
        Semester semester = effects.openSemester();
        Templates.InForce template = templates.inForce();
        refuseIf(ApplicationProblem.FORM_INCOMPLETE, new FormCheck(template.definition()).faults(answers));
        refuseIf(
                ApplicationProblem.SIGNATURE_NOT_VALID,
                answers.signature()
                        .faults(pupil.birthDate(), template.definition().selfSignsFromAge(), clock.today()));
        admission(pupil, semester, answers)
                .refusal(template.definition(), advanceNotices.of(pupil.schoolCode(), semester.code()), clock.today())
                .ifPresent(refused -> {
                    throw new ProblemException(refused);
                });
        UUID id = Ids.next();
        if (!store.insert(id, studentId, semester.code(), template.version(), channel, answers, actor)) {
            throw new ProblemException(ApplicationProblem.APPLICATION_EXISTS);
        }
        return told(id, ApplicationStep.SUBMIT, actor);
    }

    /** The class's word. */
    Application propose(UUID id, String ifMatch, Assessment assessment, String grounds, Actor actor) {
        Application current = seen(id, ifMatch, actor);
        return take(current, ApplicationStep.PROPOSE, judged(assessment, current.semester()), null, grounds, actor);
    }

    /** The papers of a special group were compared. */
    Application verify(UUID id, String ifMatch, Set<Category> groups, String note, Actor actor) {
        Application current = seen(id, ifMatch, actor);
        Semester semester = Semester.parse(current.semester());
        if (!effects.specialGroups(semester).containsAll(groups)) {
            throw new ProblemException(ApplicationProblem.NOT_A_SPECIAL_GROUP);
        }
        List<Category> listed = applicants.listed(current.studentId());
        if (groups.stream().anyMatch(g -> effects.registered(semester).contains(g) && !listed.contains(g))) {
            throw new ProblemException(ApplicationProblem.NOT_ON_REGISTER);
        }
        Outcome outcome = new Outcome(null, groups.stream().sorted().toList());
        return take(current, ApplicationStep.VERIFY, outcome, null, note, actor);
    }

    /** The review group has met on these; each must be as the group saw it. */
    void reviewed(UUID meetingId, String school, String semester, List<Minutes.Item> cases, Actor actor) {
        for (Minutes.Item item : cases) {
            Application current = store.find(item.applicationId(), actor.jurisdiction())
                    .filter(a -> a.schoolCode().equals(school) && a.semester().equals(semester))
                    .orElseThrow(ProblemException::notFound);
            Versions.require(Long.toString(item.version()), current.version());
            Outcome outcome = judged(item.assessment(), semester);
            take(current, ApplicationStep.REVIEW, outcome, meetingId, item.opinion(), actor);
        }
    }

    /** The principal confirms what was prepared; whoever prepared it does not decide. */
    Application confirm(UUID id, String ifMatch, String opinion, Actor actor) {
        effects.lock();
        Application current = seen(id, ifMatch, actor);
        ApplicationStep step =
                current.assessment() == Assessment.NONE ? ApplicationStep.DECLINE : ApplicationStep.ACCEPT;
        step.from(current.state());
        if (!effects.isOpen(current.semester())) {
            throw new ProblemException(ApplicationProblem.SEMESTER_OVER);
        }
        if (store.prepared(id, actor)) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        if (step == ApplicationStep.ACCEPT && current.verified().isEmpty()) {
            requireRoom(current);
        }
        return take(current, step, current.outcome(), null, opinion, actor);
    }

    /** The principal asks the school to begin again. */
    Application sendBack(UUID id, String ifMatch, String opinion, Actor actor) {
        Application current = seen(id, ifMatch, actor);
        return take(current, ApplicationStep.RETURN, Outcome.NOTHING_SAID, null, opinion, actor);
    }

    Application withdraw(UUID id, String ifMatch, String reason, Actor actor) {
        Application current = seen(id, ifMatch, actor);
        return take(current, ApplicationStep.WITHDRAW, current.outcome(), null, reason, actor);
    }

    /** A waiver ends what is under way. */
    void withdrawOpen(UUID studentId, String semester, Actor actor) {
        moveAll(studentId, List.of(semester), ApplicationStep.WITHDRAW, actor);
    }

    /** A false statement was confirmed for these semesters; the caller has the pupil evaluated again. */
    public void revoke(UUID studentId, Collection<String> semesters, Actor actor) {
        moveAll(studentId, semesters, ApplicationStep.REVOKE, actor);
    }

    private void moveAll(UUID studentId, Collection<String> semesters, ApplicationStep step, Actor actor) {
        for (Application each : store.of(studentId, semesters)) {
            if (step.leaves(each.state())) {
                take(each, step, each.outcome(), null, null, actor);
            }
        }
    }

    private Admission admission(Applicant pupil, Semester semester, Answers answers) {
        List<Application> before =
                store.of(pupil.id(), List.of(semester.previous().code()));
        List<Application> now = store.of(pupil.id(), List.of(semester.code()));
        return new Admission(
                semester,
                effects.known(pupil.id(), semester),
                any(before, ApplicationState.ACCEPTED) || any(before, ApplicationState.DECLINED),
                any(now, ApplicationState.DECLINED),
                answers.change() != null);
    }

    private static boolean any(List<Application> applications, ApplicationState state) {
        return applications.stream().anyMatch(a -> a.state() == state);
    }

    /** A level the semester's rules let a school give, or that there is no hardship. */
    private Outcome judged(Assessment assessment, String semester) {
        List<Level> given = effects.judgedLevels(Semester.parse(semester));
        if (assessment != Assessment.NONE && !given.contains(assessment.level())) {
            throw new ProblemException(
                    ApplicationProblem.LEVEL_NOT_GIVEN,
                    Text.of("可选档次：%s。", "Levels to choose from: %s.")
                            .formatted(given.stream().map(Level::name).collect(Collectors.joining(", "))));
        }
        return Outcome.of(assessment);
    }

    private void requireRoom(Application current) {
        Semester semester = Semester.parse(current.semester());
        if (!effects.judgedWithinQuota(semester)) {
            return;
        }
        quotas.of(current.schoolCode(), semester.code()).ifPresent(quota -> {
            int taken = effects.ordinary(current.schoolCode(), semester, current.studentId());
            int onRoll = applicants.onRoll(current.schoolCode());
            if (!quota.hasRoom(taken, onRoll)) {
                throw new ProblemException(
                        ApplicationProblem.QUOTA_EXHAUSTED,
                        Text.of("名额 %d，已用 %d；特殊群体不占名额。", "%d places, %d taken; special groups take none.")
                                .formatted(quota.places(onRoll), taken));
            }
        });
    }

    private Application seen(UUID id, String ifMatch, Actor actor) {
        Application current = store.find(id, actor.jurisdiction()).orElseThrow(ProblemException::notFound);
        Versions.require(ifMatch, current.version());
        return current;
    }

    private Application take(
            Application from, ApplicationStep step, Outcome outcome, UUID meetingId, String note, Actor actor) {
        store.move(from, step, outcome, meetingId, note, actor);
        if (step.evaluates()) {
            effects.evaluate(from.studentId(), Semester.parse(from.semester()), actor);
        }
        return told(from.id(), step, actor);
    }

    private Application told(UUID id, ApplicationStep step, Actor actor) {
        Application now = store.find(id, Jurisdiction.BUREAU).orElseThrow();
        trail.record(
                actor,
                step.action(),
                "application",
                id.toString(),
                null,
                Map.of("state", now.state(), "version", now.version()));
        return now;
    }

    private static void refuseIf(ApplicationProblem problem, List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(problem, Text.of("", ""), faults);
        }
    }
}

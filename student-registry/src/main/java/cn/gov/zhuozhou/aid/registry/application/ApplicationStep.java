package cn.gov.zhuozhou.aid.registry.application;

import static cn.gov.zhuozhou.aid.registry.application.ApplicationState.ACCEPTED;
import static cn.gov.zhuozhou.aid.registry.application.ApplicationState.CLASS_PROPOSED;
import static cn.gov.zhuozhou.aid.registry.application.ApplicationState.DECLINED;
import static cn.gov.zhuozhou.aid.registry.application.ApplicationState.GROUP_REVIEWED;
import static cn.gov.zhuozhou.aid.registry.application.ApplicationState.REVOKED;
import static cn.gov.zhuozhou.aid.registry.application.ApplicationState.SUBMITTED;
import static cn.gov.zhuozhou.aid.registry.application.ApplicationState.VERIFIED;
import static cn.gov.zhuozhou.aid.registry.application.ApplicationState.WITHDRAWN;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import java.util.Locale;
import java.util.Set;

/**
 * Every step an application can take: from where, to where, who takes it, and whether an EligibilityChanged may follow. Each
 * step leaves a row of its own and a trail record.
 */
enum ApplicationStep {
    SUBMIT(Set.of(), SUBMITTED, Roles.CLERK, false),
    /** The class teacher proposes a level, with grounds. */
    PROPOSE(Set.of(SUBMITTED), CLASS_PROPOSED, Roles.CLERK, false),
    /** The aid staff compares the papers of a special group. */
    VERIFY(Set.of(SUBMITTED), VERIFIED, Roles.CLERK, false),
    /** The minutes of the review group are recorded. */
    REVIEW(Set.of(CLASS_PROPOSED), GROUP_REVIEWED, Roles.CLERK, false),
    /** The principal decides; a second person reviews what follows. */
    ACCEPT(Set.of(GROUP_REVIEWED, VERIFIED), ACCEPTED, Roles.REVIEWER, true),
    DECLINE(Set.of(GROUP_REVIEWED, VERIFIED), DECLINED, Roles.REVIEWER, true),
    /** The principal asks the school to begin again. */
    RETURN(Set.of(GROUP_REVIEWED, VERIFIED), SUBMITTED, Roles.REVIEWER, false),
    WITHDRAW(Set.of(SUBMITTED, CLASS_PROPOSED, VERIFIED, GROUP_REVIEWED), WITHDRAWN, Roles.CLERK, false),
    /** The revocation itself has the pupil evaluated, and tells RecoveryAsked. */
    REVOKE(Set.of(ACCEPTED), REVOKED, Roles.REVIEWER, false);

    private final Set<ApplicationState> from;
    private final ApplicationState to;
    private final String actor;
    private final boolean evaluates;

    ApplicationStep(Set<ApplicationState> from, ApplicationState to, String actor, boolean evaluates) {
        this.from = from;
        this.to = to;
        this.actor = actor;
        this.evaluates = evaluates;
    }

    boolean leaves(ApplicationState state) {
        return from.contains(state);
    }

    ApplicationState to() {
        return to;
    }

    /** The role that takes the step. */
    String actor() {
        return actor;
    }

    /** Whether the pupil is evaluated again, so that an EligibilityChanged may follow. */
    boolean evaluates() {
        return evaluates;
    }

    /** What the trail calls it. */
    String action() {
        return "application." + name().toLowerCase(Locale.ROOT);
    }

    /** Refused as a state conflict where the step cannot be taken. */
    ApplicationState from(ApplicationState state) {
        if (!leaves(state)) {
            throw new ProblemException(
                    CommonProblem.STATE_CONFLICT,
                    Text.of("当前状态为 %s，不能执行 %s。", "In state %s there is no %s.").formatted(state, this));
        }
        return to;
    }
}

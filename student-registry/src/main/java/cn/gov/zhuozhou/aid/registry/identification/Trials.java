package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.registry.identification.Proposal.Proposer;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome;
import cn.gov.zhuozhou.aid.registry.identification.rule.Level;
import cn.gov.zhuozhou.aid.registry.identification.rule.Result;
import cn.gov.zhuozhou.aid.registry.identification.rule.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What evaluating pupils would come to; nothing is written. */
@ApplicationScoped
public class Trials {
    /**
     * What would change for one pupil.
     *
     * @param identified whether he would be identified once the change is in force
     * @param why the decisive check
     */
    public record Outcome(
            UUID studentId,
            Result result,
            boolean identifiedBefore,
            Level levelBefore,
            boolean identified,
            Level level,
            List<Category> categories,
            CheckOutcome why) {}

    @Inject
    Evaluator evaluator;

    @Inject
    PupilReader pupils;

    @Inject
    Semesters semesters;

    @Inject
    RuleSets ruleSets;

    @Inject
    RuleSetStore ruleSetStore;

    @Inject
    BusinessClock clock;

    /** The semester rulings are made for now; before it is opened, the one of today. */
    public Semester semester() {
        return semesters.current().orElseGet(clock::semester);
    }

    public RuleSet rules(Semester semester) {
        return ruleSets.of(semester);
    }

    /** A rule set by its name, be it a draft; ends the request where there is none. */
    public RuleSet rules(String id, String version) {
        return ruleSetStore
                .find(id, version)
                .orElseThrow(ProblemException::notFound)
                .set();
    }

    /** Everybody the opening of the semester has to look at, in the order of their ids. */
    public List<UUID> candidates(Semester semester) {
        return pupils.candidates(semester);
    }

    /** Pupils for whom nothing would change are left out. */
    public List<Outcome> of(Semester semester, Collection<UUID> studentIds, RuleSet rules) {
        return evaluator.changes(semester, studentIds, rules, Proposer.of(Actor.system("what-if"))).stream()
                .map(Trials::outcome)
                .toList();
    }

    private static Outcome outcome(Change change) {
        Identification after = change.after();
        Standing before = change.before().inForce().standing();
        Standing would = after.result() == Result.DECISION_NEEDED
                ? before
                : after.proposal().standing();
        return new Outcome(
                after.studentId(),
                after.result(),
                before.identified(),
                before.level(),
                would.identified(),
                would.level(),
                would.categories(),
                change.ruling().checks().getLast());
    }
}

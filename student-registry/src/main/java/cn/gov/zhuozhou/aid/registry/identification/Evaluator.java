package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.registry.identification.Proposal.Proposer;
import cn.gov.zhuozhou.aid.registry.identification.rule.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Evaluates pupils with the facts as they are, and writes what is new. One batch is one read, one decision each, one write. */
@ApplicationScoped
class Evaluator {
    @Inject
    IdentificationStore store;

    @Inject
    PupilReader pupils;

    @Inject
    Rulebook rulebook;

    @Inject
    RuleSets ruleSets;

    @Inject
    BusinessClock clock;

    /** In the caller's transaction; gives the number of changed identifications. */
    int evaluate(Semester semester, Collection<UUID> studentIds, Proposer by) {
        store.lock();
        List<Change> changes = changes(semester, studentIds, ruleSets.of(semester), by);
        store.save(changes);
        return changes.size();
    }

    /** What the facts as they are would change under a rule set; writes nothing. */
    List<Change> changes(Semester semester, Collection<UUID> studentIds, RuleSet rules, Proposer by) {
        Map<UUID, Identification> known = store.ofStudents(semester.code(), studentIds).stream()
                .collect(Collectors.toMap(Identification::studentId, Function.identity()));
        return pupils.read(semester, studentIds).parallelStream()
                .map(pupil -> change(
                        pupil, known.getOrDefault(pupil.id(), Identification.before(pupil, semester)), rules, by))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Change> change(Pupil pupil, Identification current, RuleSet rules, Proposer by) {
        Verdict verdict = rulebook.judge(pupil, current, rules);
        UUID rulingId = Ids.next();
        return new Application(by, clock.today())
                .of(verdict, current, rulingId)
                .map(after -> new Change(current, after, ruling(rulingId, current, verdict, by)));
    }

    private Ruling ruling(UUID id, Identification on, Verdict verdict, Proposer by) {
        return new Ruling(
                id,
                on.id(),
                on.studentId(),
                on.semester(),
                verdict.decision().ruleSet(),
                verdict.decision().ruleSetVersion(),
                rulebook.written(verdict.facts()),
                verdict.decision().checks(),
                verdict.result(),
                verdict.standing(),
                clock.now(),
                by);
    }
}

package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.registry.identification.Proposal.Proposer;
import cn.gov.zhuozhou.aid.registry.identification.rule.Decision;
import cn.gov.zhuozhou.aid.registry.identification.rule.Evaluation;
import cn.gov.zhuozhou.aid.registry.identification.rule.PupilFacts;
import cn.gov.zhuozhou.aid.registry.identification.rule.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Evaluates pupils with the facts as they are, and writes what is new. One batch is one read, one decision each, one write. */
@ApplicationScoped
class Evaluator {
    /** What is the same for all pupils of one batch. */
    private record Round(
            Semester semester,
            RuleSet rules,
            Proposer by,
            Instant now,
            LocalDate today,
            ConcurrentMap<PupilFacts, Judged> judged) {}

    /** What the rules say about facts: of many pupils the facts are the same, so it is found and written once. */
    private record Judged(Decision decision, String inputs) {}

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
        Round round = new Round(semester, rules, by, clock.now(), clock.today(), new ConcurrentHashMap<>());
        return pupils.read(semester, studentIds).parallelStream()
                .map(pupil -> change(pupil, known.get(pupil.id()), round))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Change> change(Pupil pupil, Identification known, Round round) {
        Identification current = known == null ? Identification.before(pupil, round.semester()) : known;
        PupilFacts facts = Rulebook.facts(pupil, current);
        Judged judged = round.judged()
                .computeIfAbsent(facts, f -> new Judged(Evaluation.of(f, round.rules()), rulebook.written(f)));
        Verdict verdict = new Verdict(judged.decision(), facts);
        UUID rulingId = Ids.next();
        return new Consequence(round.by(), round.today())
                .of(verdict, current, rulingId)
                .map(after -> new Change(current, after, ruling(rulingId, current, judged, round)));
    }

    private Ruling ruling(UUID id, Identification on, Judged judged, Round round) {
        Decision decision = judged.decision();
        return new Ruling(
                id,
                on.id(),
                on.studentId(),
                on.semester(),
                decision.ruleSet(),
                decision.ruleSetVersion(),
                judged.inputs(),
                decision.checks(),
                decision.result(),
                Verdict.standing(decision),
                round.now(),
                round.by());
    }
}

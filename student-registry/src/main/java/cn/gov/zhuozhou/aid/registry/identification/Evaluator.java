package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.registry.identification.Proposal.Proposer;
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
    BusinessClock clock;

    /** In the caller's transaction; gives the number of changed identifications. */
    int evaluate(Semester semester, Collection<UUID> studentIds, Proposer by) {
        store.lock();
        Map<UUID, Identification> known = store.ofStudents(semester.code(), studentIds).stream()
                .collect(Collectors.toMap(Identification::studentId, Function.identity()));
        List<Change> changes = pupils.read(semester, studentIds).stream()
                .map(pupil -> change(pupil, known.get(pupil.id()), semester, by))
                .flatMap(Optional::stream)
                .toList();
        store.save(changes);
        return changes.size();
    }

    private Optional<Change> change(Pupil pupil, Identification known, Semester semester, Proposer by) {
        Identification current = known != null
                ? known
                : Identification.before(pupil.id(), semester.code(), pupil.lastSemester(), semester.firstDay());
        Verdict verdict = rulebook.judge(pupil, current.inForce().baseline(), semester);
        UUID rulingId = Ids.next();
        return new Consequence(by, clock.today())
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
                verdict.inputs(),
                verdict.decision().checks(),
                verdict.result(),
                verdict.standing(),
                clock.now(),
                by);
    }
}

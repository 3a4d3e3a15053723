package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.hardship.CaseTransitions.Occasion;
import cn.gov.zhuozhou.aid.registry.identification.Reevaluations;
import cn.gov.zhuozhou.aid.registry.student.KeyVisits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Moves cases as a person said, with all that follows: history, evidence, evaluation of the pupils. In the caller's transaction. */
@ApplicationScoped
class Decisions {
    private static final String MOVE = """
            update match_case set state = :to, version = version + 1, verdict = :verdict,
              reason_code = case when :keep then reason_code else :code end,
              reason = case when :keep then reason else :reason end,
              proposed_by = case when :keep then proposed_by else :proposedBy end,
              proposed_at = case when :keep then proposed_at else :proposedAt end,
              decided_by = :decidedBy, decided_at = :decidedAt
            where id = :id""";

    private static final String REMEMBER = """
            insert into match_decision (id, case_id, occasion, verdict, reason_code, reason, money, acted_by, acted_by_name,
              acted_at)
            values (:step, :id, :occasion, :verdict, :code, :reason, :money, :by, :byName, :now)""";

    @Inject
    Database database;

    @Inject
    Matching matching;

    @Inject
    Cases cases;

    @Inject
    EvidenceKeeping evidence;

    @Inject
    KeyVisits keyVisits;

    @Inject
    Event<CasesChanged> changed;

    @Inject
    Touched touched;

    @Inject
    SchoolAges ages;

    @Inject
    Reevaluations reevaluations;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    /** The cases must have been locked by {@link CaseFiles#lock}. */
    void apply(List<CaseMove> moves, Note note, Actor actor) {
        if (moves.isEmpty()) {
            return;
        }
        moves.forEach(move -> write(move, note, actor));
        List<UUID> ids = moves.stream().map(move -> move.before().caseId()).toList();
        touched.begin();
        Map<String, Object> values = new HashMap<>();
        values.put("batch", null);
        values.put("undoing", false);
        values.put("asOf", clock.today());
        values.put("now", clock.now());
        values.put("schoolDay", ages.countedOn());
        if (moves.stream().anyMatch(move -> CaseFiles.answersAnotherCase(move.before()))) {
            database.update(
                    "insert into touched_person select person_index from match_case where id = any(:ids)",
                    Map.of("ids", ids));
            cases.reconcile(values);
        } else {
            cases.begin();
        }
        cases.moved(ids);
        evidence.reconcile(values);
        keyVisits.followEvidence();
        changed.fire(new CasesChanged());
        reevaluations.evaluate(moves.stream()
                .map(move -> move.before().studentId())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private void write(CaseMove move, Note note, Actor actor) {
        boolean agreed =
                move.occasion() == Occasion.CONFIRMATION_AGREED || move.occasion() == Occasion.REJECTION_AGREED;
        boolean proposed = move.to() == CaseState.PROPOSED;
        boolean reopened = move.to() == CaseState.OPEN;
        UUID id = move.before().caseId();
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("to", move.to());
        values.put("verdict", move.verdict());
        values.put("keep", agreed);
        values.put("code", reopened ? null : note.code());
        values.put("reason", reopened ? null : note.text());
        values.put("proposedBy", proposed ? actor.id() : null);
        values.put("proposedAt", proposed ? clock.now() : null);
        values.put("decidedBy", move.decides() ? actor.id() : null);
        values.put("decidedAt", move.decides() ? clock.now() : null);
        database.update(MOVE, values);
        values.put("step", Ids.next());
        values.put("occasion", move.step());
        values.put("code", note.code());
        values.put("reason", note.text());
        values.put("money", move.money());
        values.put("by", actor.id());
        values.put("byName", actor.name());
        values.put("now", clock.now());
        database.update(REMEMBER, values);
        trail.record(actor, "match." + move.step().toLowerCase(Locale.ROOT), "match-case", id.toString(), note.text());
    }
}

package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.RegistryProblem;
import cn.gov.zhuozhou.aid.registry.identification.Reevaluations;
import cn.gov.zhuozhou.aid.registry.student.KeyVisits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a person decides about a case: a confirmed one makes evidence, a rejected one is not asked again. */
@ApplicationScoped
class Decisions {
    enum Verdict {
        CONFIRMED,
        REJECTED
    }

    @Inject
    Database database;

    @Inject
    Cases cases;

    @Inject
    EvidenceKeeping evidence;

    @Inject
    KeyVisits keyVisits;

    @Inject
    ReverseCheckEvents events;

    @Inject
    Touched touched;

    @Inject
    Reevaluations reevaluations;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    /** Decides in the caller's transaction. */
    MatchCaseView decide(UUID id, Verdict verdict, String reason, Actor actor) {
        MatchCaseView found = find(id, actor);
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("verdict", verdict);
        values.put("reason", Masked.anywhere(reason));
        values.put("by", actor.id());
        values.put("now", clock.now());
        values.put("asOf", clock.today());
        int decided = database.update("""
                update match_case set state = :verdict, reason = :reason, decided_by = :by, decided_at = :now,
                  version = version + 1
                where id = :id and state = 'OPEN'""", values);
        if (decided == 0) {
            throw new ProblemException(RegistryProblem.ALREADY_DECIDED);
        }
        trail.record(
                actor,
                "match." + verdict.name().toLowerCase(java.util.Locale.ROOT),
                "match-case",
                id.toString(),
                Masked.anywhere(reason));
        touched.begin();
        cases.scopeOf(id, found.kind());
        evidence.reconcile(values);
        keyVisits.followEvidence();
        events.ofChangedCases();
        if (found.studentId() != null) {
            reevaluations.evaluate(List.of(found.studentId()));
        }
        return find(id, actor);
    }

    MatchCaseView find(UUID id, Actor actor) {
        Map<String, Object> values = actor.jurisdiction().parameters();
        values.put("id", id);
        return database.first(MatchCaseView.SELECT + " and mc.id = :id", values, MatchCaseView::of)
                .orElseThrow(ProblemException::notFound);
    }
}

package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.registry.hardship.CaseTransitions.Occasion;
import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What people do with cases, one or many. The cases are locked first and looked at as they are then, so that of two people one
 * wins and the other is told. In the caller's transaction.
 */
@ApplicationScoped
class Desk {
    /** An act on a case, or why not; {@code refusal} is null where it goes. */
    private record Planned(CaseMove move, CaseRefusal refusal) {
        static Planned of(CaseMove move) {
            return new Planned(move, null);
        }

        static Planned refused(CaseRefusal refusal) {
            return new Planned(null, refusal);
        }
    }

    /** What somebody wants to do with a case he has seen. */
    private interface Plan {
        Planned of(MatchCaseView seen, CaseFiles.Standing standing);
    }

    /** Of many cases, which were taken, and which not and why. */
    record Outcome(List<MatchCaseView> taken, Map<UUID, CaseRefusal> left) {}

    @Inject
    CaseFiles files;

    @Inject
    Decisions decisions;

    @Inject
    Reasons reasons;

    @Inject
    Comparisons comparisons;

    MatchCaseView decide(UUID id, String ifMatch, Verdict verdict, Note note, Actor actor) {
        reasons.require(note.code(), verdict.name());
        return one(id, ifMatch, note, actor, (seen, standing) -> decided(seen, standing, verdict));
    }

    /** Decides cases that all ask the same question. */
    Outcome decideAll(String pattern, Map<UUID, Long> versions, Verdict verdict, Note note, Actor actor) {
        reasons.require(note.code(), verdict.name());
        Map<UUID, String> patterns = comparisons.patterns(versions.keySet(), actor);
        return many(
                versions,
                note,
                actor,
                (seen, standing) -> pattern.equals(patterns.get(seen.caseId()))
                        ? decided(seen, standing, verdict)
                        : Planned.refused(CaseRefusal.OTHER_PATTERN));
    }

    MatchCaseView review(UUID id, String ifMatch, boolean agreed, Note note, Actor actor) {
        return one(id, ifMatch, note, actor, (seen, standing) -> reviewed(seen, standing, agreed, actor));
    }

    Outcome reviewAll(Map<UUID, Long> versions, boolean agreed, Note note, Actor actor) {
        return many(versions, note, actor, (seen, standing) -> reviewed(seen, standing, agreed, actor));
    }

    /** A proposal is taken back before the second person has looked at it. */
    MatchCaseView withdraw(UUID id, String ifMatch, Note note, Actor actor) {
        return one(id, ifMatch, note, actor, (seen, standing) -> moved(seen, Occasion.WITHDRAWN, null, null));
    }

    MatchCaseView undo(UUID id, String ifMatch, Note note, Actor actor) {
        reasons.require(note.code(), "UNDONE");
        return one(id, ifMatch, note, actor, (seen, standing) -> moved(seen, Occasion.UNDONE, null, null));
    }

    private MatchCaseView one(UUID id, String ifMatch, Note note, Actor actor, Plan plan) {
        MatchCaseView seen =
                Optional.ofNullable(files.lock(List.of(id), actor).get(id)).orElseThrow(ProblemException::notFound);
        Versions.require(ifMatch, seen.version());
        Planned planned = plan(seen, plan, standings(List.of(seen)));
        if (planned.refusal() != null) {
            throw planned.refusal().problem();
        }
        decisions.apply(List.of(planned.move()), note, actor);
        return files.find(id, actor);
    }

    private Outcome many(Map<UUID, Long> versions, Note note, Actor actor, Plan plan) {
        Map<UUID, MatchCaseView> locked = files.lock(versions.keySet(), actor);
        Map<UUID, CaseFiles.Standing> standings = standings(List.copyOf(locked.values()));
        Map<UUID, CaseRefusal> left = new LinkedHashMap<>();
        List<CaseMove> moves = new ArrayList<>();
        versions.forEach((id, version) -> {
            MatchCaseView seen = locked.get(id);
            Planned planned = seen == null
                    ? Planned.refused(CaseRefusal.UNKNOWN)
                    : seen.version() == version
                            ? plan(seen, plan, standings)
                            : Planned.refused(CaseRefusal.CHANGED_MEANWHILE);
            if (planned.refusal() == null) {
                moves.add(planned.move());
            } else {
                left.put(id, planned.refusal());
            }
        });
        decisions.apply(moves, note, actor);
        List<UUID> taken = moves.stream().map(move -> move.before().caseId()).toList();
        return new Outcome(List.copyOf(files.find(taken, actor).values()), left);
    }

    private static Planned plan(MatchCaseView seen, Plan plan, Map<UUID, CaseFiles.Standing> standings) {
        if (seen.studentId() == null) {
            return Planned.refused(CaseRefusal.REVERSE_CHECK);
        }
        return plan.of(seen, standings.getOrDefault(seen.studentId(), CaseFiles.Standing.NONE));
    }

    private Map<UUID, CaseFiles.Standing> standings(List<MatchCaseView> seen) {
        return files.standings(seen.stream()
                .filter(one -> one.studentId() != null)
                .map(MatchCaseView::studentId)
                .collect(Collectors.toSet()));
    }

    private static Planned decided(MatchCaseView seen, CaseFiles.Standing standing, Verdict verdict) {
        MoneyFollows money = money(seen, standing, verdict);
        if (money.secondPerson()) {
            return moved(seen, Occasion.PROPOSED, verdict, money);
        }
        return switch (verdict) {
            case CONFIRMED -> moved(seen, Occasion.CONFIRMED, verdict, money);
            case REJECTED -> moved(seen, Occasion.REJECTED, verdict, money);
        };
    }

    private static Planned reviewed(MatchCaseView seen, CaseFiles.Standing standing, boolean agreed, Actor actor) {
        if (seen.proposedBy() != null && actor.is(seen.proposedBy())) {
            return Planned.refused(CaseRefusal.SAME_PERSON);
        }
        if (!agreed || seen.verdict() == null) {
            return moved(seen, Occasion.RETURNED, null, null);
        }
        Verdict verdict = seen.verdict();
        return switch (verdict) {
            case CONFIRMED -> moved(seen, Occasion.CONFIRMATION_AGREED, verdict, money(seen, standing, verdict));
            case REJECTED -> moved(seen, Occasion.REJECTION_AGREED, verdict, money(seen, standing, verdict));
        };
    }

    static MoneyFollows money(MatchCaseView seen, CaseFiles.Standing standing, Verdict verdict) {
        Category category = seen.category() == null ? null : Category.valueOf(seen.category());
        return MoneyFollows.from(verdict, category, standing.proven(), standing.held());
    }

    private static Planned moved(MatchCaseView seen, Occasion occasion, Verdict verdict, MoneyFollows money) {
        return CaseTransitions.next(seen.state(), occasion)
                .map(to -> Planned.of(new CaseMove(seen, occasion, to, verdict, money)))
                .orElse(Planned.refused(CaseRefusal.STATE));
    }
}

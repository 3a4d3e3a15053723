package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.identification.IdentificationQueries.Filter;
import cn.gov.zhuozhou.aid.registry.identification.Proposal.Proposer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The second person's word on proposals. Nobody reviews what he proposed or whose evidence he brought in. */
@ApplicationScoped
class Reviews {
    /**
     * What a review of many came to.
     *
     * @param samePerson left alone, for somebody else has to review them
     */
    record Outcome(int reviewed, int samePerson, Map<String, Long> byResult) {}

    @Inject
    IdentificationStore store;

    @Inject
    IdentificationQueries queries;

    @Inject
    ReviewStore reviews;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    Identification review(UUID id, String ifMatch, ReviewStore.Verdict decision, String opinion, Actor actor) {
        Identification current = find(id, ifMatch, actor);
        if (!othersThan(actor, List.of(current)).contains(current)) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        Identification after = decided(current, decision);
        reviews.insert(List.of(current), decision, opinion, actor);
        store.save(List.of(Change.of(current, after)));
        trail.record(actor, "identification." + lower(decision), "identification", id.toString(), opinion);
        return after;
    }

    Outcome reviewAll(Filter filter, ReviewStore.Verdict decision, String opinion, Actor actor) {
        store.lock();
        List<Identification> proposed = store.find(queries.ids(filter, actor.jurisdiction()));
        List<Identification> others = othersThan(actor, proposed);
        reviews.insert(others, decision, opinion, actor);
        store.save(others.stream().map(i -> Change.of(i, decided(i, decision))).toList());
        Map<String, Long> byResult = others.stream()
                .collect(Collectors.groupingBy(i -> i.result().name(), TreeMap::new, Collectors.counting()));
        trail.record(
                actor, "identification." + lower(decision) + ".many", "semester", filter.semester(), opinion, byResult);
        return new Outcome(others.size(), proposed.size() - others.size(), byResult);
    }

    /** A clerk puts a refused proposal forward once more. */
    Identification resubmit(UUID id, String ifMatch, String reason, Actor actor) {
        Identification current = find(id, ifMatch, actor);
        Identification after = current.resubmitted(Proposer.of(actor));
        store.save(List.of(Change.of(current, after)));
        trail.record(actor, "identification.resubmitted", "identification", id.toString(), reason);
        return after;
    }

    private Identification find(UUID id, String ifMatch, Actor actor) {
        store.lock();
        if (queries.find(id, actor.jurisdiction()).isEmpty()) {
            throw ProblemException.notFound();
        }
        Identification current = store.find(List.of(id)).getFirst();
        Versions.require(ifMatch, current.version());
        return current;
    }

    private List<Identification> othersThan(Actor actor, List<Identification> proposed) {
        Set<UUID> own = reviews.uploadedBy(
                actor, proposed.stream().map(Identification::studentId).toList());
        return proposed.stream()
                .filter(i -> !actor.is(i.proposal().by().id()) && !own.contains(i.studentId()))
                .toList();
    }

    private Identification decided(Identification current, ReviewStore.Verdict decision) {
        return switch (decision) {
            case APPROVED -> current.approved(clock.today());
            case RETURNED -> current.returned();
        };
    }

    private static String lower(ReviewStore.Verdict decision) {
        return switch (decision) {
            case APPROVED -> "approved";
            case RETURNED -> "returned";
        };
    }
}

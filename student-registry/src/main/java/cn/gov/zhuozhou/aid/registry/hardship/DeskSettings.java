package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.RegistryProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Changes what an administrator may change about the desk; what follows from it at once is done at once. */
@ApplicationScoped
class DeskSettings {
    @Inject
    SchoolAges ages;

    @Inject
    Deadlines deadlines;

    @Inject
    Reasons reasons;

    @Inject
    Matching matching;

    @Inject
    Touched touched;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    /** Adds a register's set. Where it holds already, persons it newly counts or counts no longer are matched again. */
    void addAges(String source, List<SchoolAges.Range> set, Actor actor) {
        boolean known = ages.all().stream().anyMatch(range -> range.source().equals(source));
        if (!known) {
            throw new ProblemException(RegistryProblem.UNKNOWN_FEED);
        }
        matching.takeTurn();
        SchoolAges.Born before = ages.born(source);
        if (!ages.add(set)) {
            throw new ProblemException(RegistryProblem.SET_EXISTS);
        }
        trail.record(
                actor,
                "school-age.set",
                "feed",
                source,
                null,
                Map.of("from", String.valueOf(set.getFirst().validFrom())));
        SchoolAges.Born after = ages.born(source);
        if (!set.getFirst().validFrom().isAfter(ages.countedOn())) {
            touched.begin();
            database.update(
                    """
                    insert into touched_person
                    select person_index from register_entry
                    where source = :source and valid_to is null and birth_date between :from and :to""",
                    Map.of(
                            "source", source,
                            "from", before.from().isBefore(after.from()) ? before.from() : after.from(),
                            "to", before.to().isAfter(after.to()) ? before.to() : after.to()));
            matching.reconcile(null, clock.today());
        }
    }

    void addDeadline(Deadlines.Deadline deadline, Actor actor) {
        if (!deadlines.add(deadline)) {
            throw new ProblemException(RegistryProblem.SET_EXISTS);
        }
        trail.record(
                actor,
                "desk-deadline.set",
                "deadline",
                deadline.work().name(),
                null,
                Map.of("days", deadline.workingDays()));
    }

    void putReason(Reasons.Reason reason, Actor actor) {
        reasons.put(reason);
        trail.record(actor, "decision-reason.set", "decision-reason", reason.code(), null);
    }
}

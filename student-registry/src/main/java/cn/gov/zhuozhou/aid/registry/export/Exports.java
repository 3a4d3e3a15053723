package cn.gov.zhuozhou.aid.registry.export;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import cn.gov.zhuozhou.aid.chassis.job.Jobs;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.export.ExportState.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Asking for a list, approving it, taking it. Each act stands in the trail. */
@ApplicationScoped
class Exports {
    private static final String SUBJECT = "export";
    private static final Set<String> NOT_WRITTEN = Set.of("FAILED", "CANCELLED");

    @Inject
    ExportStore store;

    @Inject
    ExportFiles files;

    @Inject
    Layouts layouts;

    @Inject
    ExportLimits limits;

    @Inject
    Jobs jobs;

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    Export request(String layoutCode, Export.Format format, Export.Wanted wanted, String purpose, Actor actor) {
        Layouts.Versioned layout =
                layouts.newest(layoutCode).orElseThrow(() -> new ProblemException(ExportProblem.LAYOUT_UNKNOWN));
        if (layout.layout().filing() && wanted.semester() == null) {
            throw new ProblemException(ExportProblem.FILING_SEMESTER_MISSING);
        }
        long persons = persons(layout.layout().dataset(), wanted, actor.jurisdiction());
        if (persons == 0) {
            throw new ProblemException(ExportProblem.NOBODY_TO_EXPORT);
        }
        ExportLimit limit = limits.inForce();
        boolean needsApproval = limit.needsApproval(persons, layout.numbersInFull());
        UUID id = Ids.next();
        Instant now = clock.now();
        var export = new Export(
                id,
                needsApproval ? ExportState.REQUESTED : ExportState.APPROVED,
                layoutCode,
                layout.version(),
                format,
                wanted,
                layout.numbersInFull(),
                Masked.anywhere(purpose.strip()),
                persons,
                needsApproval,
                actor.id(),
                actor.name(),
                actor.jurisdiction().claim(),
                now,
                null,
                null,
                null,
                needsApproval ? null : jobs.submit(ExportJob.KIND, id.toString(), actor),
                now.plus(Duration.ofHours(limit.keepHours())),
                limit.downloads(),
                null,
                null,
                null,
                null,
                null,
                1);
        store.insert(export, actor);
        trail.record(
                actor,
                "export.requested",
                SUBJECT,
                id.toString(),
                export.purpose(),
                Map.of(
                        "layout",
                        layoutCode,
                        "layoutVersion",
                        layout.version(),
                        "persons",
                        persons,
                        "numbersInFull",
                        layout.numbersInFull()));
        return export;
    }

    /** The second person's word. */
    Export decide(UUID id, boolean approved, String opinion, String ifMatch, Actor actor) {
        Export export = store.lock(id, actor.jurisdiction()).orElseThrow(ProblemException::notFound);
        if (actor.is(export.requestedBy())) {
            throw new ProblemException(CommonProblem.SAME_PERSON);
        }
        Versions.require(ifMatch, export.version());
        ExportState to = export.state().after(approved ? Occasion.APPROVED : Occasion.REFUSED);
        String masked = Masked.anywhere(opinion.strip());
        // Written as the asking person may see it, whoever approves.
        UUID job = approved
                ? jobs.submit(
                        ExportJob.KIND,
                        id.toString(),
                        new Actor(
                                export.requestedBy(),
                                export.requestedByName(),
                                Jurisdiction.parse(export.requestedOrg())))
                : null;
        store.decided(export, to, masked, job, actor, clock.now());
        trail.record(actor, approved ? "export.approved" : "export.refused", SUBJECT, id.toString(), masked);
        return store.find(id, actor.jurisdiction()).orElseThrow();
    }

    /** Has an export whose writing ended in failure written once more, for who asked for it. */
    Export retry(UUID id, Actor actor) {
        Export export = store.lock(id, actor.jurisdiction())
                .filter(e -> actor.is(e.requestedBy()))
                .orElseThrow(ProblemException::notFound);
        boolean failed = export.jobId() != null
                && jobs.find(export.jobId())
                        .filter(job -> NOT_WRITTEN.contains(job.state()))
                        .isPresent();
        if (!failed || export.state().next(Occasion.WRITTEN).isEmpty()) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        store.retried(id, jobs.submit(ExportJob.KIND, id.toString(), actor));
        trail.record(actor, "export.retried", SUBJECT, id.toString(), null);
        return store.find(id, actor.jurisdiction()).orElseThrow();
    }

    /** The file, for who asked for it; with the last taking its content is gone. */
    byte[] take(Export seen, Actor actor) {
        Export export = store.lock(seen.id(), actor.jurisdiction())
                .filter(e -> actor.is(e.requestedBy()))
                .orElseThrow(ProblemException::notFound);
        boolean there = export.state() == ExportState.READY && export.endsAt().isAfter(clock.now());
        if (!there) {
            throw new ProblemException(CommonProblem.STATE_CONFLICT);
        }
        byte[] content = files.content(export.id());
        store.taken(export.id());
        trail.record(
                actor,
                "export.downloaded",
                SUBJECT,
                export.id().toString(),
                export.purpose(),
                Map.of("rows", export.rows(), "sha256", export.sha256(), "numbersInFull", export.numbersInFull()));
        if (export.downloadsLeft() == 1) {
            store.ended(export.id(), export.state().after(Occasion.ENDED));
        }
        return content;
    }

    /** Ends an export whose time is over. Safe to be called again. */
    void endIfOver(UUID id) {
        store.lock(id, Jurisdiction.BUREAU)
                .filter(export -> !export.endsAt().isAfter(clock.now()))
                .flatMap(export -> export.state().next(Occasion.ENDED))
                .ifPresent(to -> store.ended(id, to));
    }

    private long persons(Dataset dataset, Export.Wanted wanted, Jurisdiction own) {
        return database.number("select count(distinct s.id) " + dataset.narrowed(), scope(wanted, own));
    }

    static Values scope(Export.Wanted wanted, Jurisdiction own) {
        return Values.of(own.parameters())
                .and("semester", wanted.semester())
                .and("school", wanted.school())
                .and("stage", wanted.stage());
    }
}

package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.freshness.StaleFeeds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A semester and its opening: the carry-over of last semester's pupils. */
@Path("/api/v1/semesters/{code}")
@RunOnVirtualThread
class SemesterResource {
    /** @param warnings sources whose newest data is older than the county allows */
    record OpeningView(String semester, UUID jobId, List<StaleFeeds.Warning> warnings) {}

    @Inject
    Semesters semesters;

    @Inject
    Similarity similarity;

    @Inject
    StaleFeeds staleFeeds;

    @Inject
    CurrentActor currentActor;

    @Inject
    Trail trail;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Semesters.Opened show(@PathParam("code") String code) {
        currentActor.requireBureau();
        return semesters.find(parse(code)).orElseThrow(ProblemException::notFound);
    }

    @GET
    @Path("similarity")
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Similarity.Report similarity(@PathParam("code") String code) {
        Semester semester = parse(code);
        semesters.require(semester);
        return similarity.of(semester, currentActor.jurisdiction());
    }

    @POST
    @Path("opening")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response open(@PathParam("code") String code) {
        Actor actor = currentActor.requireBureau();
        Semester semester = parse(code);
        List<StaleFeeds.Warning> warnings = staleFeeds.atOpening();
        UUID job = semesters.open(semester, actor);
        trail.record(actor, "semester.opened", "semester", semester.code(), null, staleSources(warnings));
        return Response.accepted(new OpeningView(semester.code(), job, warnings))
                .location(URI.create("/api/v1/jobs/" + job))
                .build();
    }

    private static Map<String, Object> staleSources(List<StaleFeeds.Warning> warnings) {
        return warnings.isEmpty()
                ? Map.of()
                : Map.of(
                        "stale",
                        warnings.stream().map(StaleFeeds.Warning::source).toList());
    }

    static Semester parse(String code) {
        try {
            return Semester.parse(code);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(IdentificationProblem.NOT_A_SEMESTER);
        }
    }
}

package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stored rulings made again, to prove them or to see what other rules would change. */
@Path("/api/v1/rulings/replays")
@RunOnVirtualThread
class ReplayResource {
    /** Either a semester or rulings; rule set and version go together and may be left out. */
    record ReplayRequest(
            String semester, @Size(min = 1, max = 10_000) List<@NotNull UUID> ids, String ruleSet, String version) {}

    @Inject
    Replays replays;

    @Inject
    Semesters semesters;

    @Inject
    CurrentActor currentActor;

    @Inject
    Trail trail;

    @POST
    @RolesAllowed({Roles.REVIEWER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @Transactional
    @Idempotent
    public Response order(@NotNull @Valid ReplayRequest request) {
        Actor actor = currentActor.requireBureau();
        if ((request.semester() == null) == (request.ids() == null)
                || (request.ruleSet() == null) != (request.version() == null)) {
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS,
                    Text.of(
                            "semester 与 ids 只填一项,ruleSet 与 version 同时填写或都不填。",
                            "Give either semester or ids; ruleSet and version go together."));
        }
        if (request.semester() != null) {
            semesters.require(SemesterResource.parse(request.semester()));
        }
        Replays.Report report = replays.order(
                new Replays.Order(request.semester(), request.ids(), request.ruleSet(), request.version()), actor);
        trail.record(
                actor,
                "rulings.replayed",
                "replay",
                report.id().toString(),
                null,
                request.ruleSet() == null
                        ? Map.of()
                        : Map.of("ruleSet", request.ruleSet(), "version", request.version()));
        return Response.accepted(report)
                .location(URI.create("/api/v1/rulings/replays/" + report.id()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Replays.Report show(@PathParam("id") UUID id) {
        currentActor.requireBureau();
        return replays.find(id).orElseThrow(ProblemException::notFound);
    }

    @GET
    @Path("{id}/lines")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Page<Replays.Line> lines(@PathParam("id") UUID id, @BeanParam Paging paging) {
        show(id);
        return replays.lines(id, paging);
    }
}

package cn.gov.zhuozhou.aid.registry.student;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** A school lists a pupil as struggling and takes him off; whoever is listed is visited monthly (S55). */
@Path("/api/v1/students/{id}/struggling")
@RunOnVirtualThread
class StrugglingResource {
    record Request(@NotBlank @Size(max = 500) String reason) {}

    record Listings(UUID studentId, List<Struggling.Listing> items) {}

    @Inject
    Struggling struggling;

    @Inject
    Students students;

    @Inject
    CurrentActor currentActor;

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
    public Listings list(@PathParam("id") UUID id) {
        if (!students.exists(id, currentActor.jurisdiction())) {
            throw ProblemException.notFound();
        }
        return new Listings(id, struggling.of(id));
    }

    @POST
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response begin(@PathParam("id") UUID id, @NotNull @Valid Request request) {
        var listed = struggling.list(id, request.reason(), actorFor(id));
        return Response.created(URI.create("/api/v1/students/" + id + "/struggling"))
                .entity(listed)
                .build();
    }

    @POST
    @Path("ending")
    @RolesAllowed(Roles.CLERK)
    @Transactional
    @Idempotent
    public Response end(@PathParam("id") UUID id, @NotNull @Valid Request request) {
        return Response.ok(struggling.end(id, request.reason(), actorFor(id))).build();
    }

    private Actor actorFor(UUID id) {
        Actor actor = currentActor.get();
        students.requireCurrent(id, actor.jurisdiction());
        return actor;
    }
}

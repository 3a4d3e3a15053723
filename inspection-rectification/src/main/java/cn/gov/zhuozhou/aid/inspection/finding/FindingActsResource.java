package cn.gov.zhuozhou.aid.inspection.finding;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.http.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The ledger for acting: the unit reports what it did and asks for closing; the bureau confirms the fault, closes or sends
 * back. */
@Path("/api/v1/findings/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FindingActsResource {
    /** Measures are kept until others are reported. */
    record ReportProgressRequest(
            @NotBlank @Size(max = 2000) String note,
            @Size(max = 2000) String measures) {}

    record RequestClosureRequest(@NotBlank @Size(max = 2000) String result) {}

    record DecideClosureRequest(
            @NotNull Boolean accepted,
            @NotBlank @Size(max = 2000) String opinion) {}

    record ConfirmRequest(@NotBlank @Size(max = 2000) String opinion) {}

    record ActView(UUID findingId, long revision) {}

    @Inject
    FindingActs acts;

    @Inject
    CurrentActor currentActor;

    @POST
    @Path("progress")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR})
    @Transactional
    @Idempotent
    @APIResponseSchema(value = ActView.class, responseCode = "201")
    public Response reportProgress(@PathParam("id") UUID id, @NotNull @Valid ReportProgressRequest request) {
        long revision = acts.reportProgress(currentActor.get(), id, request.note(), request.measures());
        return done(Response.Status.CREATED, id, revision);
    }

    @POST
    @Path("closure-requests")
    @RolesAllowed({Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR})
    @Transactional
    @Idempotent
    @APIResponseSchema(value = ActView.class, responseCode = "201")
    public Response requestClosure(@PathParam("id") UUID id, @NotNull @Valid RequestClosureRequest request) {
        return done(Response.Status.CREATED, id, acts.requestClosure(currentActor.get(), id, request.result()));
    }

    @POST
    @Path("confirmation")
    @RolesAllowed({Roles.REVIEWER, Roles.INSPECTOR})
    @Transactional
    @Idempotent
    @APIResponseSchema(ActView.class)
    public Response confirm(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ConfirmRequest request) {
        return done(Response.Status.OK, id, acts.confirm(currentActor.get(), id, ifMatch, request.opinion()));
    }

    @POST
    @Path("closure")
    @RolesAllowed({Roles.REVIEWER, Roles.INSPECTOR})
    @Transactional
    @Idempotent
    @APIResponseSchema(ActView.class)
    public Response decideClosure(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DecideClosureRequest request) {
        long revision = acts.decideClosure(currentActor.get(), id, ifMatch, request.accepted(), request.opinion());
        return done(Response.Status.OK, id, revision);
    }

    private static Response done(Response.Status status, UUID id, long revision) {
        return Response.status(status)
                .entity(new ActView(id, revision))
                .tag(Versions.tag(revision))
                .build();
    }
}
